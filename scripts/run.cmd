@echo off
rem Start the program on Windows from a clone or copied folder; needs Python 3.12, brings the rest itself.
rem   scripts\run.cmd              the window
rem   scripts\run.cmd FILE.thidua  the window on this file
rem   scripts\run.cmd COMMAND ...  the same as python main.py COMMAND ...
rem The sentences have no accents: cmd.exe reads them in the code page of each PC.
setlocal
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "VENV=%ROOT%\.venv"
set "FITS=import sys; sys.exit(1 if sys.version_info[:2] != (3, 12) else 0 if sys.maxsize > 2**32 else 32)"
set "BASE="
set "NARROW="
set "WINDOW="
set "ANEW="
set PYTHONUTF8=1
if "%~1"=="" set "WINDOW=yes"
if /i "%~x1"==".thidua" if "%~2"=="" set "WINDOW=yes"

if not exist "%VENV%\Scripts\python.exe" goto find
rem A .venv copied from another PC has no Python behind it and cannot start.
"%VENV%\Scripts\python.exe" -I -S -c "" >nul 2>nul
if not errorlevel 1 goto install

:find
call :try py -3.12
call :try python
if defined BASE goto make
if defined NARROW goto narrow
echo Khong tim thay Python 3.12 tren may nay. Cai Python 3.12 ban 64-bit tu python.org roi chay lai run.cmd.
goto failed

:narrow
echo Python 3.12 tren may nay la ban 32-bit. Cai Python 3.12 ban 64-bit tu python.org roi chay lai run.cmd.
goto failed

:make
echo Dang chuan bi phan mem, lan dau mat vai phut, xin cho...
set "ANEW=yes"
call %BASE% -m venv --clear "%VENV%"
if not errorlevel 1 goto install
echo Khong tao duoc thu muc "%VENV%". Chep phan mem sang thu muc ghi duoc roi chay lai run.cmd.
goto failed

:install
"%VENV%\Scripts\python.exe" "%ROOT%\scripts\install.py"
if not errorlevel 1 goto start
if defined ANEW goto missing
rem One whose making was stopped has no pip: make it anew, once.
"%VENV%\Scripts\python.exe" -m pip --version >nul 2>nul
if errorlevel 1 goto find

:missing
echo Khong cai duoc cac goi phan mem. Noi mang Internet, hoac chep cac goi vao thu muc "%ROOT%\wheels",
echo roi chay lai run.cmd.
goto failed

:start
if not defined WINDOW goto command
start "" "%VENV%\Scripts\pythonw.exe" "%ROOT%\main.py" %*
exit /b 0

:command
"%VENV%\Scripts\python.exe" "%ROOT%\main.py" %*
exit /b %errorlevel%

:failed
if defined WINDOW pause
exit /b 1

:try
if defined BASE exit /b 0
call %* -c "%FITS%" >nul 2>nul
set "CODE=%errorlevel%"
if "%CODE%"=="0" set "BASE=%*"
if "%CODE%"=="32" set "NARROW=yes"
exit /b 0
