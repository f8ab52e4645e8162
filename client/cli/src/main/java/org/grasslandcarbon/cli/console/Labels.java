// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.grasslandcarbon.domain.value.Name;

/**
 * What members and codes of documents are called in each language ({@code labels.properties}). What
 * has no label is shown under its own name, so that a member added later is never hidden.
 */
public final class Labels {
  private static final Properties LABELS = load();

  private Labels() {}

  private static Properties load() {
    Properties labels = new Properties();
    try (InputStream stream =
            Labels.class.getResourceAsStream("/org/grasslandcarbon/cli/labels.properties");
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      labels.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return labels;
  }

  /** The label of a member. */
  public static String member(String name, Language language) {
    return label(name, name, language);
  }

  /** A code such as a role or a state with its meaning; the code itself always stands there. */
  public static String code(String code, Language language) {
    String meaning = label("code." + code, "", language == Language.EN ? Language.EN : Language.ZH);
    return meaning.isEmpty() || language == Language.EN ? code : meaning + " " + code;
  }

  /** What is accepted where a value of a form is asked for, to follow "should be". */
  public static Name form(String name) {
    return both("form." + name);
  }

  /** What a part of a value that has several is. */
  public static Name part(String name) {
    return both("part." + name);
  }

  private static Name both(String key) {
    String label = LABELS.getProperty(key);
    if (label == null) {
      throw new IllegalStateException("labels.properties has no " + key);
    }
    String[] parts = label.split("\\|", 2);
    return Name.of(parts[0].strip(), parts[1].strip());
  }

  private static String label(String key, String otherwise, Language language) {
    String label = LABELS.getProperty(key);
    if (label == null) {
      return otherwise;
    }
    String[] parts = label.split("\\|", 2);
    return language.of(parts[0].strip(), parts.length > 1 ? parts[1].strip() : otherwise);
  }
}
