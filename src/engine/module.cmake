rs_module(engine SOURCES engine.cpp examples.cpp USES evidence elsewhere score document framework)
