@echo off
rem Starts Bouncer from the grader that came with these exercises; fetches its libraries on the first run.
setlocal
set "HOME_DIR=%~dp0"
set "LIB=%HOME_DIR%exercises\target\bouncer-lib"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java")
if not exist "%LIB%\complete" (
  echo bouncer: fetching the grader's libraries, only the first time ... 1>&2
  pushd "%HOME_DIR%"
  call mvnw.cmd -q -B -ntp test-compile 1>&2
  if errorlevel 1 (popd & echo bouncer: that failed; is there a network? 1>&2 & exit /b 3)
  call mvnw.cmd -q -B -ntp -pl exercises org.apache.maven.plugins:maven-dependency-plugin:copy-dependencies -DincludeScope=test "-DoutputDirectory=%LIB%" 1>&2
  if errorlevel 1 (popd & echo bouncer: that failed; is there a network? 1>&2 & exit /b 3)
  popd
  type nul > "%LIB%\complete"
)
"%JAVA%" -Djdk.console=java.base -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dbouncer.exercises=%HOME_DIR%exercises" "-Dbouncer.command=bouncer" -cp "%LIB%\*" bouncer.app.cli.Main %*
exit /b %errorlevel%
