@echo off
rem Finds a .NET 10 SDK, builds the host (lib\Workbook*) when its sources are newer than its build, and starts it.
setlocal
set "WORKBOOK_ROOT=%~dp0."
for %%R in ("%WORKBOOK_ROOT%") do set "WORKBOOK_ROOT=%%~fR"
set "DOTNET_NOLOGO=1"
set "HOST=%WORKBOOK_ROOT%\artifacts\host"

set "DOTNET="
for %%P in (dotnet.exe) do call :try "%%~$PATH:P"
call :try "%DOTNET_ROOT%\dotnet.exe"
call :try "%ProgramFiles%\dotnet\dotnet.exe"
call :try "%USERPROFILE%\.dotnet\dotnet.exe"
if not defined DOTNET (
    echo workbook: needs the .NET 10 SDK, and there is none on PATH, in DOTNET_ROOT or in Program Files. 1>&2
    echo Get it from https://dotnet.microsoft.com/download/dotnet/10.0, or type 1>&2
    echo     winget install Microsoft.DotNet.SDK.10 1>&2
    echo and start again. 1>&2
    exit /b 3
)
for %%D in ("%DOTNET%") do set "DOTNET_ROOT=%%~dpD"
set "PATH=%DOTNET_ROOT%;%PATH%"

powershell -NoProfile -Command "$b = Get-Item -ErrorAction SilentlyContinue -LiteralPath ($env:HOST + '\built'); if (-not $b) { exit 1 }; $s = @(Get-ChildItem -Recurse -File -LiteralPath ($env:WORKBOOK_ROOT + '\lib')) + @(Get-ChildItem ($env:WORKBOOK_ROOT + '\Directory.*')); if ($s | Where-Object { $_.FullName.Substring($env:WORKBOOK_ROOT.Length) -notmatch '\\(bin|obj|Diffusion[^\\]*)\\' -and $_.LastWriteTime -gt $b.LastWriteTime }) { exit 1 }"
if errorlevel 1 call :build || exit /b 1
"%DOTNET%" "%HOST%\workbook.dll" %*
exit /b %ERRORLEVEL%

:try
if defined DOTNET exit /b 0
if "%~1"=="" exit /b 0
if exist "%~1" if exist "%~dp1sdk\10.*" set "DOTNET=%~1"
exit /b 0

:build
echo Building the workbook's host (once, and after its sources change) ... 1>&2
set "ASIDE=%HOST%.%RANDOM%%RANDOM%"
mkdir "%ASIDE%"
type nul > "%ASIDE%\built"
"%DOTNET%" publish "%WORKBOOK_ROOT%\lib\Workbook\Workbook.csproj" -c Release -o "%ASIDE%" --nologo -v q -nodeReuse:false -p:RunAnalyzers=false 1>&2
if errorlevel 1 (
    rmdir /s /q "%ASIDE%"
    echo workbook: its host did not build; the errors stand above. 1>&2
    exit /b 1
)
if exist "%HOST%" rmdir /s /q "%HOST%"
move "%ASIDE%" "%HOST%" > nul
exit /b %ERRORLEVEL%
