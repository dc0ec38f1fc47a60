# The installed library: the modules above as one, with nothing but include/ to see.
set(rs_modules base quantity document pattern framework format corpus evidence elsewhere score engine panel analysis render)
set(rs_objects)
foreach(module IN LISTS rs_modules)
  list(APPEND rs_objects $<TARGET_OBJECTS:rs_${module}>)
endforeach()

add_library(rulescore ${rs_objects})
add_library(rulescore::rulescore ALIAS rulescore)
target_include_directories(rulescore PUBLIC
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(rulescore PUBLIC cxx_std_20)
# What the library needs stays its own affair; a static build tells its users in the package files.
target_link_libraries(rulescore PRIVATE
  $<BUILD_INTERFACE:yaml-cpp::yaml-cpp> $<BUILD_INTERFACE:PkgConfig::utf8proc> $<BUILD_INTERFACE:PkgConfig::xxhash> $<BUILD_INTERFACE:PkgConfig::md4c>
  $<BUILD_INTERFACE:PkgConfig::libxml2> $<BUILD_INTERFACE:PkgConfig::libical> $<BUILD_INTERFACE:PkgConfig::xlsxwriter>
  $<BUILD_INTERFACE:LibCSV::LibCSV> $<BUILD_INTERFACE:Clp::Clp>
  $<BUILD_INTERFACE:spdlog::spdlog> $<BUILD_INTERFACE:Threads::Threads> $<BUILD_INTERFACE:${CMAKE_DL_LIBS}>)
foreach(use IN LISTS rs_docx_libraries)
  target_link_libraries(rulescore PRIVATE $<BUILD_INTERFACE:${use}>)
endforeach()
if(BUILD_SHARED_LIBS)
  target_link_options(rulescore PRIVATE LINKER:--version-script=${CMAKE_CURRENT_LIST_DIR}/cmake/exports.map)
  set_target_properties(rulescore PROPERTIES LINK_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/cmake/exports.map)
endif()
set_target_properties(rulescore PROPERTIES
  LINKER_LANGUAGE CXX
  VERSION ${PROJECT_VERSION}
  SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})

include(CMakePackageConfigHelpers)
set(rs_package ${CMAKE_INSTALL_LIBDIR}/cmake/rulescore)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/cmake/rulescoreConfig.cmake.in
  ${PROJECT_BINARY_DIR}/rulescoreConfig.cmake INSTALL_DESTINATION ${rs_package})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/rulescoreConfigVersion.cmake COMPATIBILITY SameMinorVersion)
file(RELATIVE_PATH rs_pc_to_prefix ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${CMAKE_CURRENT_LIST_DIR}/cmake/rulescore.pc.in ${PROJECT_BINARY_DIR}/rulescore.pc @ONLY)

install(TARGETS rulescore EXPORT rulescoreTargets COMPONENT library)
install(EXPORT rulescoreTargets NAMESPACE rulescore:: DESTINATION ${rs_package} COMPONENT library)
install(FILES ${PROJECT_BINARY_DIR}/rulescoreConfig.cmake ${PROJECT_BINARY_DIR}/rulescoreConfigVersion.cmake
        DESTINATION ${rs_package} COMPONENT library)
install(FILES ${PROJECT_BINARY_DIR}/rulescore.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT library)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/rulescore ${PROJECT_BINARY_DIR}/include/rulescore
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library FILES_MATCHING PATTERN "*.hpp")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/indicators DESTINATION ${CMAKE_INSTALL_DATADIR}/rulescore COMPONENT library)
