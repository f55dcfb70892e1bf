"""From film to post: files, snippets and a gallery, all made from one record of each film."""
