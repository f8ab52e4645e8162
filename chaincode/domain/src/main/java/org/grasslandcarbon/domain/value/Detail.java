// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * What exactly is wrong, for the person who is refused: {@code zh("最后一日为 %s").en("its last day is
 * %s", last)}. One language alone is no detail and does not compile.
 *
 * <p>Templates are literals with {@code %s}, or {@code %1$s} where the order differs, without a
 * full stop: what somebody sent is always a value and never a template. Values print alike in both
 * languages (dates, numbers, codes, names of the API) unless they are {@link Bilingual}; then each
 * language has its own. They are put in only when somebody reads the detail, because most checks
 * hold.
 */
public final class Detail implements Bilingual {
  private final String zh;
  private final String en;
  private final Object[] values;

  private Detail(String zh, String en, Object[] values) {
    this.zh = zh;
    this.en = en;
    this.values = values;
  }

  /** Begins a detail with its Chinese template. */
  public static Chinese zh(String template) {
    return new Chinese(template);
  }

  /**
   * The Chinese half of a detail, which is of no use before it has its English one.
   *
   * @param template the Chinese template
   */
  public record Chinese(String template) {
    /** The whole detail. */
    public Detail en(String english, Object... values) {
      return new Detail(template, english, values);
    }
  }

  /**
   * A detail that came from elsewhere as two texts, e.g. in a verdict. What was written before
   * details were in two languages is English in both.
   */
  public static Detail told(String zh, String en) {
    return zh("%1$s").en("%2$s", zh, en);
  }

  /** The same, said of a place in what was sent, e.g. {@code args.quantity}. */
  public Detail at(String place) {
    return zh("%s：%s").en("%s: %s", place, this);
  }

  /** In Chinese. */
  public String zh() {
    return filled(zh, Detail::zh);
  }

  @Override
  public Detail inWords() {
    return this;
  }

  /** In English. */
  public String en() {
    return filled(en, Detail::en);
  }

  private String filled(String template, Function<Detail, String> language) {
    Object[] texts =
        Arrays.stream(values)
            .map(each -> each instanceof Bilingual value ? language.apply(value.inWords()) : each)
            .map(String::valueOf)
            .toArray();
    return String.format(Locale.ROOT, template, texts);
  }

  @Override
  public String toString() {
    return en();
  }
}
