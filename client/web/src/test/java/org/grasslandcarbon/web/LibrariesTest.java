// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever signs in a page trusts what runs in it: each library's file is the one that was read. */
class LibrariesTest {
  private static final Map<String, String> FILES =
      Map.of(
          "/_static/lit-html/3.3.3/lit-html.js",
          "b878e7f95dec8a9b6e9b217faca6b6a11bad82ebc44c0caa77419ed83edd81f2",
          "/_static/lit-html/3.3.3/directive.js",
          "3344c4f41c69cd0701d3937e8f9ef90bd845614bf6456d0b8314b7c51d415b9d",
          "/_static/lit-html/3.3.3/directives/guard.js",
          "8534c98865e29fb6c0c03acb1948ef6597f17ffe2c8ebfda4f153bfb8f79e215",
          "/_static/echarts/6.0.0/dist/echarts.esm.min.js",
          "b920493ac9036ac02fcb0de0a907ff9709e7bd1ff92b333c46c61b34589265ac");

  @Test
  void files_of_libraries_are_the_known_ones() {
    FILES.forEach(
        (file, digest) -> assertThat(sha256(Files.read(file))).as(file).isEqualTo(digest));
  }

  @Test
  void no_other_file_of_a_library_is_loaded() {
    Set<String> loaded =
        Files.ours(".js").stream()
            .flatMap(module -> Modules.with(module).stream())
            .filter(module -> module.startsWith("/_static/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(FILES.keySet()).containsAll(loaded);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
