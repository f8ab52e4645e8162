// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.unicode;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The data files are what ICU has of the same version of Unicode. They are made anew, on purpose
 * and with a new version of the chaincode, by {@code ./mvnw -pl chaincode/domain test
 * -Dtest=UnicodeTablesTest -Dregenerate=true}.
 */
class UnicodeTablesTest {
  private static final Path FOLDER =
      Path.of("src/main/resources/org/grasslandcarbon/domain/unicode");

  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if (Boolean.getBoolean("regenerate")) {
      Files.createDirectories(FOLDER);
      Files.writeString(FOLDER.resolve("characters.txt"), characters());
      Files.writeString(FOLDER.resolve("folding.txt"), folding());
    }
  }

  @Test
  void the_tables_are_those_of_the_version_that_they_name() throws IOException {
    assertThat(version())
        .as("another version is a decision, not an update of a library")
        .isEqualTo(Characters.VERSION);
    assertThat(read("characters.txt")).isEqualTo(characters());
    assertThat(read("folding.txt")).isEqualTo(folding());
  }

  private static String read(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name), StandardCharsets.US_ASCII);
  }

  private static String version() {
    VersionInfo version = UCharacter.getUnicodeVersion();
    return version.getMajor() + "." + version.getMinor();
  }

  private static String head() {
    return "# Unicode "
        + version()
        + ", made by UnicodeTablesTest. The data are under the licence in LICENSE.txt.\n";
  }

  private static String characters() {
    return head()
        + section("category", UnicodeTablesTest::category)
        + section("ignorable", UnicodeTablesTest::ignorable)
        + section("selector", c -> has(c, UProperty.VARIATION_SELECTOR) ? "" : null)
        + section("class", UnicodeTablesTest::combiningClass)
        + section("canonical", UnicodeTablesTest::canonical)
        + section("excluded", c -> has(c, UProperty.FULL_COMPOSITION_EXCLUSION) ? "" : null);
  }

  private static String folding() {
    return head() + section("folded", UnicodeTablesTest::folded);
  }

  /** A section of ranges of code points of which the same is said; nothing is said of the rest. */
  private static String section(String name, IntFunction<String> said) {
    StringBuilder section = new StringBuilder("@").append(name).append('\n');
    int c = 0;
    while (c <= Characters.LAST) {
      int first = c;
      String words = said.apply(c++);
      while (words != null && c <= Characters.LAST && words.equals(said.apply(c))) {
        c++;
      }
      if (words != null) {
        String range = hex(first) + (c - 1 > first ? ".." + hex(c - 1) : "");
        section.append((range + " " + words).strip()).append('\n');
      }
    }
    return section.toString();
  }

  private static String hex(int c) {
    return String.format(Locale.ROOT, "%04X", c);
  }

  private static String hex(String text) {
    return text.codePoints().mapToObj(UnicodeTablesTest::hex).collect(Collectors.joining(" "));
  }

  private static boolean has(int c, int property) {
    return UCharacter.hasBinaryProperty(c, property);
  }

  private static String category(int c) {
    return switch (UCharacter.getType(c)) {
      case UCharacter.UPPERCASE_LETTER,
          UCharacter.LOWERCASE_LETTER,
          UCharacter.TITLECASE_LETTER,
          UCharacter.MODIFIER_LETTER,
          UCharacter.OTHER_LETTER ->
          "L";
      case UCharacter.NON_SPACING_MARK,
          UCharacter.ENCLOSING_MARK,
          UCharacter.COMBINING_SPACING_MARK ->
          "M";
      case UCharacter.DECIMAL_DIGIT_NUMBER, UCharacter.LETTER_NUMBER, UCharacter.OTHER_NUMBER ->
          "N";
      case UCharacter.DASH_PUNCTUATION,
          UCharacter.START_PUNCTUATION,
          UCharacter.END_PUNCTUATION,
          UCharacter.CONNECTOR_PUNCTUATION,
          UCharacter.OTHER_PUNCTUATION,
          UCharacter.INITIAL_PUNCTUATION,
          UCharacter.FINAL_PUNCTUATION ->
          "P";
      case UCharacter.MATH_SYMBOL,
          UCharacter.CURRENCY_SYMBOL,
          UCharacter.MODIFIER_SYMBOL,
          UCharacter.OTHER_SYMBOL ->
          "S";
      case UCharacter.SPACE_SEPARATOR -> "Zs";
      case UCharacter.LINE_SEPARATOR -> "Zl";
      case UCharacter.PARAGRAPH_SEPARATOR -> "Zp";
      case UCharacter.CONTROL -> "Cc";
      case UCharacter.FORMAT -> "Cf";
      case UCharacter.SURROGATE -> "Cs";
      case UCharacter.PRIVATE_USE -> "Co";
      case UCharacter.UNASSIGNED -> null;
      default -> throw new IllegalStateException("category of " + hex(c));
    };
  }

  private static String ignorable(int c) {
    boolean assigned = UCharacter.getType(c) != UCharacter.UNASSIGNED;
    return assigned && has(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT) ? "" : null;
  }

  private static String combiningClass(int c) {
    int order = UCharacter.getCombiningClass(c);
    return order == 0 ? null : Integer.toString(order);
  }

  private static String canonical(int c) {
    String parts = Hangul.isSyllable(c) ? null : NFC.getRawDecomposition(c);
    return parts == null ? null : hex(parts);
  }

  private static String folded(int c) {
    boolean surrogate = UCharacter.getType(c) == UCharacter.SURROGATE;
    String from = Character.toString(c);
    String to = surrogate ? from : FOLD.normalize(from);
    // A canonical composition of what is folded alike need not be listed: NFC follows in any case.
    return to.equals(from) ? null : hex(to);
  }

  @Test
  void every_code_point_has_one_kind() {
    List<String> wrong = new ArrayList<>();
    for (int c = 0; c <= Characters.LAST; c++) {
      if (Characters.kind(c) != expected(c)) {
        wrong.add(hex(c) + " is " + Characters.kind(c) + ", not " + expected(c));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Characters.Kind expected(int c) {
    String category = category(c);
    if (c == 0x2800) {
      return Characters.Kind.SPACE;
    }
    if (c == 0x200C || c == 0x200D) {
      return Characters.Kind.JOINER;
    }
    if (c == 0x180E) {
      return Characters.Kind.MONGOLIAN_JOINER;
    }
    if (category == null) {
      return Characters.Kind.UNASSIGNED;
    }
    if (has(c, UProperty.VARIATION_SELECTOR)) {
      return Characters.Kind.SELECTOR;
    }
    if (has(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT) || category.equals("Cf")) {
      return Characters.Kind.INVISIBLE;
    }
    return switch (category) {
      case "L" -> Characters.Kind.LETTER;
      case "M" -> Characters.Kind.MARK;
      case "Zs" -> Characters.Kind.SPACE;
      case "Cc", "Zl", "Zp" -> Characters.Kind.CONTROL;
      case "Cs" -> Characters.Kind.SURROGATE;
      default -> Characters.Kind.SYMBOL;
    };
  }
}
