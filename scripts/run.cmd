@echo off
rem Start the program on Windows from a clone or copied folder; needs Python 3.12, brings the rest itself.
rem   scripts\run.cmd             the window
rem   scripts\run.cmd COMMAND ... the same as python main.py COMMAND ...
setlocal
set "ROOT=%~dp0.."
set "VENV=%ROOT%\.venv"
set PYTHONUTF8=1

if exist "%VENV%\Scripts\python.exe" goto install

set "BASE="
py -3.12 -c "import sys" >nul 2>nul
if not errorlevel 1 set "BASE=py -3.12"
if defined BASE goto make
python -c "import sys; sys.exit(sys.version_info[:2] != (3, 12))" >nul 2>nul
if not errorlevel 1 set "BASE=python"
if defined BASE goto make
echo Python 3.12 was not found. Install it for this user from python.org, then start run.cmd again.
goto failed

:make
echo Making the virtual environment .venv ...
%BASE% -m venv "%VENV%"
if not errorlevel 1 goto install
echo The virtual environment could not be made in "%VENV%". Is the folder write-protected?
goto failed

:install
"%VENV%\Scripts\python.exe" "%ROOT%\scripts\install.py"
if not errorlevel 1 goto start
echo The packages could not be installed. The first start needs the Internet, or a folder of wheels:
echo   set PIP_NO_INDEX=1
echo   set PIP_FIND_LINKS=E:\wheels
goto failed

:start
if not "%~1"=="" goto command
start "" "%VENV%\Scripts\pythonw.exe" "%ROOT%\main.py"
exit /b 0

:command
"%VENV%\Scripts\python.exe" "%ROOT%\main.py" %*
exit /b %errorlevel%

:failed
if "%~1"=="" pause
exit /b 1
