; The Windows set-up: for me (no rights needed), or for everyone on this PC.
; Each version has its own folder. The shortcut goes to the new one only after it has passed
; its own test on this PC; until then the old one stays as it was.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
ManifestDPIAware true

!define NAME "LSA Desk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\LSADesk"
!define PYTHON "$INSTDIR\${VERSION}\python\python.exe"
!define PYTHONW "$INSTDIR\${VERSION}\python\pythonw.exe"
!define WORKS_HERE '"${PYTHON}" -m lsadesk selftest'

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_INSTDIR "LSA Desk"
!define MULTIUSER_USE_PROGRAMFILES64
!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

Name "${NAME}"
OutFile "${OUT}"
Icon "${STAGE}\lsadesk.ico"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey FileDescription "${NAME} set-up"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright ""

!define MUI_ICON "${STAGE}\lsadesk.ico"
!define MUI_FINISHPAGE_RUN "${PYTHONW}"
!define MUI_FINISHPAGE_RUN_PARAMETERS "-m lsadesk"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Var untested

Function .onInit
  !insertmacro MULTIUSER_INIT
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UNTESTED" $1 ; for whoever tests the installed copy themselves
  ${IfNot} ${Errors}
    StrCpy $untested 1
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd

Section
  SetOutPath "$INSTDIR\${VERSION}"
  File /r "${STAGE}/*"

  DetailPrint "Preparing the program for this PC..."
  nsExec::Exec '"${PYTHON}" -m compileall -q "$INSTDIR\${VERSION}\packages" "$INSTDIR\${VERSION}\app"'
  Pop $0
  ${If} $untested == ""
    DetailPrint "Trying it out on this PC, about a minute..."
    nsExec::ExecToLog '${WORKS_HERE}'
    Pop $0
    ${If} $0 != 0
      SetOutPath "$TEMP"
      RMDir /r "$INSTDIR\${VERSION}"
      SetErrorLevel 2
      MessageBox MB_ICONSTOP "${NAME} does not work on this PC, so nothing was changed: a version that was here before still is. The list in the set-up's window says what failed." /SD IDOK
      Abort
    ${EndIf}
  ${EndIf}

  FileOpen $0 "$INSTDIR\lsadesk.cmd" w
  FileWrite $0 '@"%~dp0${VERSION}\python\python.exe" -m lsadesk %*$\r$\n'
  FileClose $0
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "${PYTHONW}" "-m lsadesk" "$INSTDIR\${VERSION}\lsadesk.ico"
  WriteRegStr SHCTX "Software\Classes\.lsapacket" "" "LSADesk.Packet"
  WriteRegStr SHCTX "Software\Classes\LSADesk.Packet" "" "LSA Desk questionnaire"
  WriteRegStr SHCTX "Software\Classes\LSADesk.Packet\DefaultIcon" "" "$INSTDIR\${VERSION}\lsadesk.ico"
  WriteRegStr SHCTX "Software\Classes\LSADesk.Packet\shell\open\command" "" '"${PYTHONW}" -m lsadesk "%1"'
  Call RemoveOlder

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${VERSION}\lsadesk.ico"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

; Versions before this one; one that somebody has open stays until the next set-up.
Function RemoveOlder
  FindFirst $0 $1 "$INSTDIR\*.*"
  ${DoWhile} $1 != ""
    ${If} $1 != "."
    ${AndIf} $1 != ".."
    ${AndIf} $1 != "${VERSION}"
    ${AndIf} ${FileExists} "$INSTDIR\$1\python\pythonw.exe"
      RMDir /r "$INSTDIR\$1"
    ${EndIf}
    FindNext $0 $1
  ${Loop}
  FindClose $0
FunctionEnd

; The colleges are elsewhere and stay: removing the program removes nobody's work.
Section Uninstall
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "Software\Classes\.lsapacket"
  DeleteRegKey SHCTX "Software\Classes\LSADesk.Packet"
  DeleteRegKey SHCTX "${UNINSTALL}"
  RMDir /r "$INSTDIR\${VERSION}"
  Delete "$INSTDIR\lsadesk.cmd"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
SectionEnd
