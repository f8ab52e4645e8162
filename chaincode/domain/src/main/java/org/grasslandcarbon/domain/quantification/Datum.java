// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Bilingual;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Detail;

/**
 * One row of monitoring data: a stratum's datum for the days of one calendar year that lie in the
 * monitoring period, or what was measured once for the whole period.
 *
 * @param sample what was sampled, e.g. {@code WP-1-P07-L1}, where the algorithm reads samples
 * @param stratum the stratum's name
 * @param symbol the datum, e.g. {@code HEAD.SHEEP}
 * @param unit its unit, stated so that a slip of units shows
 * @param value its value
 * @param year the calendar year; that of the period's last day for what is given once
 */
public record Datum(
    @Means(en = "Sample, where the datum is one of a sample, e.g. WP-1-P07-L1", zh = "样品编号")
        @Most(SAMPLE_MOST)
        Optional<String> sample,
    @Means(en = "Name of the stratum", zh = "分层名称") @Most(Stratum.NAME_MOST) String stratum,
    @Means(en = "Symbol of the datum, e.g. HEAD.SHEEP", zh = "数据项符号") @Most(Parameter.NAME_MOST)
        String symbol,
    @Means(en = "Unit, as the methodology has it", zh = "单位（与方法学一致）") @Most(Parameter.UNIT_MOST)
        String unit,
    @Means(en = "Value", zh = "数值") Decimal value,
    @Means(en = "Calendar year", zh = "年份") @Least(1900) @Most(2200) int year)
    implements Bilingual {

  /** Characters of a sample's name. */
  public static final int SAMPLE_MOST = 30;

  /** What a sample is named. */
  public static final String SAMPLE_PATTERN = "[A-Z0-9][A-Z0-9-]{0,29}";

  private static final Pattern SAMPLE = Pattern.compile(SAMPLE_PATTERN);

  public Datum {
    sample.ifPresent(
        name ->
            Check.matches(
                SAMPLE,
                name,
                zh("样品编号由大写字母、数字和连字符组成").en("a sample's name has capitals, digits and hyphens")));
    Check.that(
        year >= 1900 && year <= 2200, zh("年份须在 1900 至 2200 之间").en("years are 1900 to 2200"));
  }

  /** A datum that is not one of a sample. */
  public Datum(String stratum, String symbol, String unit, Decimal value, int year) {
    this(Optional.empty(), stratum, symbol, unit, value, year);
  }

  /** The years between the samplings of a report, as the ledger computes them. */
  public static Datum yearsBetweenSamplings(String stratum, Decimal years, DateRange period) {
    return new Datum(stratum, StockChangeData.SOIL_YEARS, "yr", years, period.to().getYear());
  }

  /** Whether it is what records of samplings tell: a sample, or the years between samplings. */
  public boolean isOfSampling() {
    return sample.isPresent() || isYearsBetweenSamplings();
  }

  /** Whether it tells the years between samplings. */
  public boolean isYearsBetweenSamplings() {
    return isYearsBetweenSamplings(symbol);
  }

  /** Whether a datum is the years between samplings. */
  public static boolean isYearsBetweenSamplings(String symbol) {
    return symbol.equals(StockChangeData.SOIL_YEARS);
  }

  /**
   * Whether a datum tells what earlier reports counted, which the ledger knows itself where a
   * version asks for records.
   */
  public static boolean isOfEarlierReports(String symbol) {
    return symbol.equals(StockChangeData.LK_DISPLACED_PRIOR);
  }

  /** Whether two rows give the same datum. */
  public boolean isSameAs(Datum other) {
    return isOf(other.sample, other.stratum, other.symbol, other.year);
  }

  /** Whether it is the datum of a name. */
  public boolean isOf(Optional<String> ofSample, String name, String ofSymbol, int inYear) {
    return year == inYear
        && sample.equals(ofSample)
        && stratum.equals(name)
        && symbol.equals(ofSymbol);
  }

  /** How a datum is named to people. */
  public static Detail named(String symbol, String stratum, int year) {
    return zh("%3$s 年分层 %2$s 的 %1$s").en("%s of %s in %s", symbol, stratum, year);
  }

  @Override
  public Detail inWords() {
    Detail datum = named(symbol, stratum, year);
    return sample.map(name -> zh("%s（样品 %s）").en("%s, sample %s", datum, name)).orElse(datum);
  }

  /** The name as a key, to find a datum by. */
  public static String label(String symbol, String stratum, int year) {
    return symbol + " of " + stratum + " in " + year;
  }

  @Override
  public String toString() {
    return label(symbol, stratum, year) + sample.map(name -> ", sample " + name).orElse("");
  }
}
