"""The career map and the library, with the college's own layer over them."""
