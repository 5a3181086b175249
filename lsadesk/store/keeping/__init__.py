"""How long records are kept, and erasing those of somebody who has left."""
