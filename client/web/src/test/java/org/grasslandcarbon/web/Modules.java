// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.web;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which module loads which. */
final class Modules {
  /** {@code import … from "…"}, {@code export … from "…"}, {@code import "…"}. */
  private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom|\\bimport)\\s*\"([^\"]+)\"");

  private Modules() {}

  /** The addresses that a module names, whole. */
  static Set<String> imports(String module) {
    Set<String> imports = new LinkedHashSet<>();
    Matcher matcher = IMPORT.matcher(Files.text(module));
    while (matcher.find()) {
      imports.add(URI.create(module).resolve(matcher.group(1)).toString());
    }
    return imports;
  }

  /** A module and all that it loads before it runs. */
  static Set<String> with(String... modules) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(Set.of(modules));
    while (!next.isEmpty()) {
      String module = next.pop();
      if (all.add(module)) {
        next.addAll(imports(module));
      }
    }
    return all;
  }
}
