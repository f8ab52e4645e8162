// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.error;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.ReadableText;

/**
 * The one exception of the domain: a refusal with its stable code and, in Chinese and in English,
 * what exactly was refused.
 */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The most characters of a detail in each language: a sentence with some values in it. */
  public static final int DETAIL_MOST = 500;

  /**
   * The most characters of each language on Fabric's error channel. A peer repeats the text for
   * every organisation in the headers of one answer, of which clients take 8 KiB, and a Chinese
   * character is nine bytes there.
   */
  private static final int WIRE_MOST = 200;

  /** Between the languages on the wire: a control character, which no detail has. */
  private static final char WIRE_SEPARATOR = '\t';

  private static final Pattern WIRE = Pattern.compile("([A-Z][A-Z_]*): ([^\t]*)(?:\t([^\t]*))?");

  private final ErrorCode code;
  private final String zh;

  /**
   * @param code what was refused
   * @param detail what exactly, without secrets; shown to the person who asked
   */
  public RegistryException(ErrorCode code, Detail detail) {
    super(ReadableText.shown(detail.en(), DETAIL_MOST));
    this.code = code;
    this.zh = ReadableText.shown(detail.zh(), DETAIL_MOST);
  }

  /**
   * A check: refuses when the condition does not hold.
   *
   * @throws RegistryException with the code and the detail
   */
  public static void require(boolean condition, ErrorCode otherwise, Detail detail) {
    if (!condition) {
      throw new RegistryException(otherwise, detail);
    }
  }

  /** The stable code. */
  public ErrorCode code() {
    return code;
  }

  /** What exactly was refused, in Chinese. */
  public String zh() {
    return zh;
  }

  /** What exactly was refused, in English. */
  public String en() {
    return getMessage();
  }

  /** What exactly was refused. */
  public Detail detail() {
    return Detail.told(zh, en());
  }

  /**
   * {@code CODE: detail}, a tab, the detail in Chinese: the only form in which a refusal crosses
   * Fabric's error channel. Whoever knows of the first part only still reads code and English.
   */
  public String wireText() {
    return code
        + ": "
        + ReadableText.shown(en(), WIRE_MOST)
        + WIRE_SEPARATOR
        + ReadableText.shown(zh, WIRE_MOST);
  }

  /** The refusal of which {@link #wireText} tells; nothing when a text is none. */
  public static Optional<RegistryException> ofWireText(String text) {
    Matcher parts = WIRE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String en = parts.group(2);
    String zh = Objects.requireNonNullElse(parts.group(3), en);
    return Stream.of(ErrorCode.values())
        .filter(code -> code.name().equals(parts.group(1)))
        .findFirst()
        .map(code -> new RegistryException(code, Detail.told(zh, en)));
  }

  /** Refusals are ordinary outcomes; a stack trace would only cost time. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
