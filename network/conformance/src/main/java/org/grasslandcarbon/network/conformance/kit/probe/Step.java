// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.network.conformance.kit.probe;

import java.util.Arrays;
import java.util.List;

/** One step of a transaction: a word and its parts. */
record Step(String word, List<String> parts) {
  static Step parse(String text) {
    List<String> parts =
        Arrays.stream(text.split(" ", -1))
            .map(part -> part.equals("-") ? "" : part.replace("\\0", "\0"))
            .toList();
    return new Step(parts.get(0), parts.subList(1, parts.size()));
  }

  String part(int index) {
    if (index >= parts.size()) {
      throw new ProbeCall.Refused("the step '" + word + "' lacks part " + (index + 1));
    }
    return parts.get(index);
  }

  int number(int index) {
    return Integer.parseInt(part(index));
  }

  /** The step without its first word. */
  Step rest() {
    return new Step(part(0), parts.subList(1, parts.size()));
  }
}
