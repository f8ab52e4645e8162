// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.credit.ExportLabel;
import org.grasslandcarbon.domain.credit.Holding;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.Fen;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.domain.value.SerialRanges;

/**
 * What a notice says beyond its title and its document: the member of its kind and no other.
 *
 * @param barrier of {@code BARRIER}
 * @param compensationRate of {@code COMPENSATION_RATE}
 * @param exportLabel of {@code EXPORT_LABEL}
 * @param plan of {@code PLAN}
 * @param policy of {@code POLICY}
 * @param standard of {@code STANDARD}
 * @param supply of {@code OFFER} and {@code NEED}
 * @param training of {@code TRAINING}
 */
public record NoticeFields(
    @Means(en = "Of BARRIER: what stands in the way", zh = "BARRIER：障碍") Optional<Barrier> barrier,
    @Means(en = "Of COMPENSATION_RATE: what a scheme pays", zh = "COMPENSATION_RATE：补偿标准")
        Optional<CompensationRate> compensationRate,
    @Means(en = "Of EXPORT_LABEL: the credits", zh = "EXPORT_LABEL：标记的减排量")
        Optional<ExportLabelled> exportLabel,
    @Means(en = "Of PLAN: its years", zh = "PLAN：规划年份") Optional<Plan> plan,
    @Means(en = "Of POLICY: its number and topic", zh = "POLICY：文号和主题") Optional<Policy> policy,
    @Means(en = "Of STANDARD: its code and version", zh = "STANDARD：标准编号和版本")
        Optional<Standard> standard,
    @Means(en = "Of OFFER and NEED: what is offered or needed", zh = "OFFER、NEED：供给或需求")
        Optional<Supply> supply,
    @Means(en = "Of TRAINING: the course", zh = "TRAINING：课程") Optional<Training> training) {

  /** Numbers and codes of documents are far shorter. */
  static final int NUMBER_MOST = 100;

  /**
   * Something that stands in the way.
   *
   * @param kind which
   * @param severity from 1 (a nuisance) to 5 (nothing goes on)
   */
  public record Barrier(
      @Means(en = "Which barrier", zh = "障碍类型") BarrierKind kind,
      @Means(en = "Severity from 1 to 5", zh = "严重程度（1 至 5）") @Least(1) @Most(5) int severity) {}

  /**
   * What a scheme pays.
   *
   * @param fenPerMu fen a mu and year
   * @param level for which divisions it is recorded
   * @param scheme its code, e.g. {@code GRAZING_BAN}
   */
  public record CompensationRate(
      @Means(en = "Fen per mu and year, at least 1", zh = "每亩每年金额（分，至少 1）") @Least(1) Fen fenPerMu,
      @Means(en = "Level of divisions for which it is recorded", zh = "按哪一级行政区划记录")
          CompensationLevel level,
      @Means(en = "Code of the scheme, e.g. GRAZING_BAN", zh = "补偿项目代码，如 GRAZING_BAN")
          @Most(Compensation.SCHEME_LENGTH_MOST)
          String scheme) {
    static final String SCHEME_PATTERN = Compensation.SCHEME_PATTERN;

    private static final Pattern SCHEME = Pattern.compile(SCHEME_PATTERN);

    public CompensationRate {
      Check.matches(
          SCHEME,
          scheme,
          zh("补偿项目代码为大写字母开头的大写字母、数字和下划线，至多 40 个")
              .en("a scheme's code is 1 to 40 capitals, digits and underscores, a capital first"));
    }
  }

  /**
   * Credits set apart for use abroad.
   *
   * @param batch of which batch
   * @param serials which
   */
  public record ExportLabelled(
      @Means(en = "Batch of the credits", zh = "减排量批次") BatchId batch,
      @Means(en = "First and last serial", zh = "起止编号") SerialRange serials) {

    /**
     * Refuses what somebody does not have at its free disposal, or what has a label. Nothing is
     * told of how much somebody has.
     *
     * @throws org.grasslandcarbon.domain.error.RegistryException {@code LABEL_NOT_HELD} or {@code
     *     ALREADY_LABELLED}
     */
    ExportLabel requireFree(Act act, ParticipantId holder) {
      SerialRanges wanted = new SerialRanges(List.of(serials));
      act.require(
          wanted.common(Holding.of(act, batch, holder).held()).equals(wanted),
          ErrorCode.LABEL_NOT_HELD,
          zh("批次 %s 的编号 %s").en("batch %s, serials %s", batch, serials));
      ExportLabel before = ExportLabel.of(act, batch);
      SerialRanges again = before.serials().common(wanted);
      act.require(
          again.isEmpty(),
          ErrorCode.ALREADY_LABELLED,
          zh("其中 %s 吨已有标记").en("%s t of them are", again.quantity()));
      return before;
    }
  }

  /**
   * A plan.
   *
   * @param explicitness what it says of grassland carbon sinks
   * @param from its first year
   * @param to its last year
   */
  public record Plan(
      @Means(en = "What it says of grassland carbon sinks", zh = "对草原碳汇目标的表述")
          PlanStatement.Explicitness explicitness,
      @Means(en = "First year", zh = "起始年份") @Least(2000) @Most(2199) int from,
      @Means(en = "Last year", zh = "终止年份") @Least(2000) @Most(2199) int to) {
    public Plan {
      Check.that(to >= from, zh("规划的终止年份不得早于起始年份").en("a plan does not end before it begins"));
    }
  }

  /**
   * A policy.
   *
   * @param number of the document, as it is cited
   * @param topic what it is about
   */
  public record Policy(
      @Means(en = "Number of the document", zh = "文号") @Most(NUMBER_MOST) String number,
      @Means(en = "Topic", zh = "主题") MandateFunction topic) {}

  /**
   * A standard.
   *
   * @param code as it is cited
   * @param mandatory whether it must be followed
   * @param version its version or year
   */
  public record Standard(
      @Means(en = "Code of the standard", zh = "标准编号") @Most(NUMBER_MOST) String code,
      @Means(en = "Whether it is mandatory", zh = "是否强制") boolean mandatory,
      @Means(en = "Version or year", zh = "版本或年号") @Most(NUMBER_MOST) String version) {}

  /** What regions have for each other. */
  public enum Factor {
    /** A technique or method (技术). */
    TECHNIQUE,
    /** Teachers or places on courses (培训). */
    TRAINING,
    /** Forage (饲草). */
    FORAGE,
    /** Industry that processes or buys (产业). */
    INDUSTRY,
    /** Credits (减排量). */
    CREDITS,
    /** Money (资金). */
    FINANCE
  }

  /**
   * What is offered or needed.
   *
   * @param factor what
   * @param priceFen fen a unit, where one is asked or paid
   * @param quantity how much, above zero
   * @param unit of the quantity
   */
  public record Supply(
      @Means(en = "What is offered or needed", zh = "要素") Factor factor,
      @Means(en = "Fen per unit, where a price is named", zh = "单价（分/单位），如有")
          Optional<Fen> priceFen,
      @Means(en = "Quantity, above 0", zh = "数量（大于 0）") Decimal quantity,
      @Means(en = "Unit of the quantity", zh = "数量单位") @Most(40) String unit) {
    static final String QUANTITY_PATTERN = Decimal.POSITIVE_PATTERN;

    public Supply {
      Check.that(quantity.value().signum() > 0, zh("数量须大于 0").en("quantity must be above 0"));
    }
  }

  /**
   * A course.
   *
   * @param from its first day
   * @param hours of lessons
   * @param places how many may take part
   * @param to its last day
   * @param topic what is taught
   */
  public record Training(
      @Means(en = "First day", zh = "起始日期") LocalDate from,
      @Means(en = "Hours of lessons", zh = "课时") @Least(1) @Most(1_000) int hours,
      @Means(en = "How many may take part", zh = "名额") @Least(1) @Most(100_000) int places,
      @Means(en = "Last day", zh = "终止日期") LocalDate to,
      @Means(en = "What is taught", zh = "主题") MandateFunction topic) {
    public Training {
      Check.that(
          !to.isBefore(from), zh("课程的终止日期不得早于起始日期").en("a course does not end before it begins"));
    }
  }

  /** Those of an offer or a need. */
  public static NoticeFields of(Supply supply) {
    return new NoticeFields(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(supply),
        Optional.empty());
  }

  /** Those of a rate of compensation. */
  public static NoticeFields of(CompensationRate rate) {
    return new NoticeFields(
        Optional.empty(),
        Optional.of(rate),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Those of a barrier. */
  public static NoticeFields of(Barrier barrier) {
    return new NoticeFields(
        Optional.of(barrier),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Those of credits set apart. */
  public static NoticeFields of(ExportLabelled label) {
    return new NoticeFields(
        Optional.empty(),
        Optional.empty(),
        Optional.of(label),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Refuses fields that lack the member of the kind or have another's. */
  void requireOf(NoticeKind kind) {
    Map<String, Optional<?>> members = new TreeMap<>();
    members.put("barrier", barrier);
    members.put("compensationRate", compensationRate);
    members.put("exportLabel", exportLabel);
    members.put("plan", plan);
    members.put("policy", policy);
    members.put("standard", standard);
    members.put("supply", supply);
    members.put("training", training);
    String own = MEMBER.get(kind);
    members.forEach(
        (name, value) ->
            Check.that(
                value.isPresent() == name.equals(own),
                zh("%1$s 类通知须有且只有 fields.%2$s")
                    .en("a notice of %s has fields.%s and no other", kind, own)));
  }

  private static final Map<NoticeKind, String> MEMBER =
      new EnumMap<>(
          Map.of(
              NoticeKind.BARRIER, "barrier",
              NoticeKind.COMPENSATION_RATE, "compensationRate",
              NoticeKind.EXPORT_LABEL, "exportLabel",
              NoticeKind.PLAN, "plan",
              NoticeKind.POLICY, "policy",
              NoticeKind.STANDARD, "standard",
              NoticeKind.OFFER, "supply",
              NoticeKind.NEED, "supply",
              NoticeKind.TRAINING, "training"));
}
