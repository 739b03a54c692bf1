"""Why something came up, why something did not, and which answers an overview turns on."""
