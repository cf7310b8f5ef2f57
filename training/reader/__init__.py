"""How the reader is made: data, model, training, export, evaluation."""
