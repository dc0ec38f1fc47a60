rs_module(engine SOURCES engine.cpp examples.cpp USES evidence score document framework)
