"""Text typed before Unicode: TCVN3 (ABC), VNI-Windows, VISCII, VPS, and how to tell it from Unicode."""
