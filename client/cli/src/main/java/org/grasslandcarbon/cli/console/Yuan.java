// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.console;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.value.Asset;
import org.grasslandcarbon.domain.value.Name;

/**
 * Money as people write and read it. The ledger counts whole fen; a person types and sees yuan with
 * a decimal point, and never a whole number, which would be yuan to one reader and fen to the next,
 * who knows the API.
 */
public final class Yuan {
  private static final int FEN_PER_YUAN = 100;
  private static final BigDecimal WHOLE_MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  /** Thousands may be set apart, as they are where amounts are shown. */
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,13}|[0-9]{1,3}(,[0-9]{3}){1,4})\\.([0-9]{1,2})");

  /** The unit as declarations of the domain name it. */
  private static final Pattern FEN =
      Pattern.compile("\\b[Ff]en\\b(?: \\(0\\.01 yuan\\))?(, at least 1\\b)?");

  private static final String FEN_ZH = "（分";

  /** An amount in a sentence; minutes begin with the same character. */
  private static final Pattern FEN_IN_ZH = Pattern.compile("(?<![0-9.])([0-9]{1,15}) 分(?!钟)");

  /** One amount, or two before one unit. */
  private static final Pattern FEN_IN_EN =
      Pattern.compile("(?<![0-9.])(([0-9]{1,15}) (to|and) )?([0-9]{1,15}) fen\\b");

  private Yuan() {}

  /** An amount that may have parts of fen, as quotients do, e.g. {@code 304.9251}. */
  public static String text(BigDecimal fen) {
    BigDecimal plain = fen.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.abs().compareTo(WHOLE_MOST) <= 0) {
      return text(plain.longValueExact());
    }
    BigDecimal yuan = plain.movePointLeft(2);
    return yuan.setScale(Math.max(2, yuan.scale())).toPlainString();
  }

  /** An amount of fen, e.g. {@code 1,234,567.80}. */
  public static String text(long fen) {
    long whole = Math.abs(fen / FEN_PER_YUAN);
    return (fen < 0 ? "-" : "")
        + Text.grouped(whole)
        + String.format(Locale.ROOT, ".%02d", Math.abs(fen % FEN_PER_YUAN));
  }

  /** The same without thousands set apart, as it is typed. */
  public static String typed(long fen) {
    return text(fen).replace(",", "");
  }

  /**
   * The fen that a text means.
   *
   * @throws IllegalArgumentException when it is not of the form, as a whole number is not
   */
  public static long fen(String text) {
    String given = text.strip();
    if (!FORM.matcher(given).matches()) {
      throw new IllegalArgumentException(text);
    }
    String plain = given.replace(",", "");
    int point = plain.indexOf('.');
    String decimals = plain.substring(point + 1);
    long hundredths = Long.parseLong(decimals) * (decimals.length() == 1 ? 10 : 1);
    return Long.parseLong(plain.substring(0, point)) * FEN_PER_YUAN + hundredths;
  }

  /** An amount of an asset: of money in yuan, of credits in tonnes. */
  public static String amount(long amount, String asset) {
    return Asset.isNamed(asset) ? text(amount) : Text.grouped(amount);
  }

  /**
   * A sentence of the ledger, which counts fen, with the yuan beside them. What it says stays as it
   * is: a number that is left as fen between others in yuan would be a hundred times too much.
   */
  public static String explained(String sentence) {
    String zh =
        FEN_IN_ZH.matcher(sentence).replaceAll(each -> each.group() + "（" + yuan(each, 1) + " 元）");
    return FEN_IN_EN
        .matcher(zh)
        .replaceAll(
            each ->
                each.group()
                    + " ("
                    + (each.group(1) == null ? "" : yuan(each, 2) + " " + each.group(3) + " ")
                    + yuan(each, 4)
                    + " yuan)");
  }

  private static String yuan(MatchResult found, int group) {
    return text(Long.parseLong(found.group(group)));
  }

  /** Whether a heading or a description says that its values are fen. */
  public static boolean isOfFen(Name name) {
    return name.zh().contains(FEN_ZH);
  }

  /** The same heading or description, of yuan. */
  public static Name told(Name name) {
    String zh = name.zh().replace(FEN_ZH, "（元").replace("至少为 1）", "至少为 0.01）");
    String en =
        FEN.matcher(name.en())
            .replaceAll(
                found ->
                    (found.group().startsWith("F") ? "Yuan" : "yuan")
                        + (found.group(1) == null ? "" : ", at least 0.01"));
    return Name.of(zh, en);
  }
}
