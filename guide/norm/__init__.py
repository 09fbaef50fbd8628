"""The norm as files, as parsed and as put together."""
