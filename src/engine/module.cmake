rs_module(engine SOURCES engine.cpp examples.cpp rescorer.cpp check.cpp USES evidence elsewhere score document framework)
