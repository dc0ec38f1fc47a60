# libzip and pugixml read .docx; without them the library says so when it is given one.
if(libzip_FOUND AND pugixml_FOUND)
  set(rs_docx docx.cpp docx_body.cpp)
  set(rs_docx_libraries PkgConfig::libzip PkgConfig::pugixml)
  # In the package files of a static build; as flags for pkg-config, whose --static would ask for these libraries' own ones, too.
  set(rs_docx_requires " libzip pugixml")
  set(rs_docx_flags " -lzip -lpugixml")
else()
  set(rs_docx docx_without.cpp)
  set(rs_docx_libraries)
  set(rs_docx_requires)
  set(rs_docx_flags)
endif()
rs_module(format
  SOURCES
    charset.cpp convert.cpp csv.cpp encoding.cpp format.cpp html.cpp page_article.cpp page_tree.cpp page_words.cpp pages.cpp pdf.cpp
    plausible.cpp process.cpp sniff.cpp ${rs_docx}
  USES base framework
  PRIVATE PkgConfig::libxml2 LibCSV::LibCSV ${rs_docx_libraries})
