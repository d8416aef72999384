# dateline_document(program file folder arguments...): what `program arguments...` prints is made while
# building as `file`, and installed in `folder`, relative to the prefix.
function(dateline_document program file folder)
  set(path "${CMAKE_CURRENT_BINARY_DIR}/documents/${file}")
  add_custom_command(OUTPUT "${path}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_CURRENT_BINARY_DIR}/documents"
    COMMAND "$<TARGET_FILE:${program}>" ${ARGN} > "${path}.new"
    COMMAND "${CMAKE_COMMAND}" -E rename "${path}.new" "${path}"
    DEPENDS ${program}
    COMMENT "Writing ${file}"
    VERBATIM)
  set_property(TARGET ${program}_documents APPEND PROPERTY SOURCES "${path}")
  install(FILES "${path}" DESTINATION "${folder}")
endfunction()

# dateline_program_documents(program): its man page and its completions.
function(dateline_program_documents program)
  include(GNUInstallDirs)
  add_custom_target(${program}_documents ALL)
  dateline_document(${program} ${program}.1 "${CMAKE_INSTALL_MANDIR}/man1" --man)
  dateline_document(${program} ${program} "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" --completion bash)
  dateline_document(${program} _${program} "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" --completion zsh)
  dateline_document(${program} ${program}.fish "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" --completion fish)
endfunction()
