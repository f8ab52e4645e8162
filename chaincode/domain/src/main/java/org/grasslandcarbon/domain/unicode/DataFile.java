// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.unicode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the data files of this package: sections that begin with {@code @name}, each of lines of a
 * code point, or a range {@code first..last} of them, and what is said of it.
 */
final class DataFile {
  private final Map<String, List<Line>> sections = new HashMap<>();

  /**
   * A line.
   *
   * @param first the first code point
   * @param last the last, the same for a single one
   * @param words what is said of them
   */
  record Line(int first, int last, List<String> words) {
    static Line parse(String text) {
      List<String> words = List.of(text.split(" "));
      String[] range = words.get(0).split("\\.\\.");
      int first = Integer.parseInt(range[0], 16);
      int last = range.length == 1 ? first : Integer.parseInt(range[1], 16);
      return new Line(first, last, words.subList(1, words.size()));
    }

    /** The words as code points. */
    int[] codePoints() {
      return words.stream().mapToInt(word -> Integer.parseInt(word, 16)).toArray();
    }
  }

  private DataFile() {}

  /** Reads a file that stands beside this class, in its jar. */
  static DataFile load(String name) {
    DataFile file = new DataFile();
    try (InputStream stream = DataFile.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII))) {
      List<Line> section = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("@")) {
          section = new ArrayList<>();
          file.sections.put(line.substring(1), section);
        } else if (!line.startsWith("#")) {
          section.add(Line.parse(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** The lines of a section, in order. */
  List<Line> section(String name) {
    return sections.get(name);
  }
}
