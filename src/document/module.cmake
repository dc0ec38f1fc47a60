rs_module(document
  SOURCES document.cpp markdown.cpp structure.cpp split.cpp full_stop.cpp words.cpp lines.cpp layout.cpp rejoin.cpp flat_page.cpp boilerplate.cpp chrome.cpp marks.cpp headings.cpp sections.cpp period.cpp
  USES base quantity
  PRIVATE PkgConfig::md4c)
