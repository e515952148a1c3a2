"""Operations from text to answer: documents and plans are cached, statements run side by side."""
