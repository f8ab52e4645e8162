// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.stocking;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;

/**
 * The animals of one species on a project's land.
 *
 * @param heads how many, at mid-season or as an average of the days
 * @param species as the methodology version names it after {@code SHEEP_UNITS.}, e.g. {@code YAK}
 */
public record Herd(
    @Means(en = "Animals", zh = "头数") @Least(0) @Most(HEADS_MOST) int heads,
    @Means(en = "Species, as in the parameters SHEEP_UNITS.*", zh = "畜种（与参数 SHEEP_UNITS.* 一致）")
        @Most(SPECIES_MOST)
        String species) {

  /** Less than a parameter's name by its group. */
  static final int SPECIES_MOST = 40;

  /** Every species and age class of a pasture, with room. */
  static final int HERDS_MOST = 40;

  /** More animals of a species than any banner has. */
  private static final int HEADS_MOST = 10_000_000;

  static final String SPECIES_PATTERN = "[A-Z][A-Z0-9_-]{0,39}";

  private static final Pattern SPECIES = Pattern.compile(SPECIES_PATTERN);

  public Herd {
    Check.that(
        heads >= 0 && heads <= HEADS_MOST,
        zh("头数须在 0 至 %s 之间").en("heads are 0 to %s", HEADS_MOST));
    Check.matches(
        SPECIES,
        species,
        zh("畜种名称由大写字母、数字、连字符和下划线组成").en("a species has capitals, digits, hyphens and underscores"));
  }
}
