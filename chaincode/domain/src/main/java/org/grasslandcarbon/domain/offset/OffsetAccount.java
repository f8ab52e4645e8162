// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.offset;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.offset.OffsetAnswer.Finding;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * An enterprise's year in a market: by which row it is judged, what its caps are shares of, and
 * what has been used. One computation serves the ledger, which refuses by it, and whoever asks
 * before buying.
 *
 * @param bases what caps are shares of
 * @param enterprise who; absent for somebody who only asks
 * @param request market and year
 * @param rule the row, if there is one
 * @param used what the enterprise has used
 * @param usedByAll what all enterprises have used, where the row bounds it
 */
public record OffsetAccount(
    OffsetBases bases,
    Optional<ParticipantId> enterprise,
    Compliance request,
    Optional<OffsetRule> rule,
    List<UsedCredits> used,
    List<UsedCredits> usedByAll) {

  public OffsetAccount {
    used = List.copyOf(used);
    usedByAll = List.copyOf(usedByAll);
  }

  /** An enterprise's year as it is recorded. */
  public static OffsetAccount recorded(
      Records records, Compliance request, ParticipantId enterprise) {
    Optional<OffsetRule> rule = OffsetMarket.rule(records, request.market(), request.year());
    return new OffsetAccount(
        Obligation.bases(
            records.find(Obligation.key(request.market(), request.year(), enterprise))),
        Optional.of(enterprise),
        request,
        rule,
        OffsetUse.used(records.find(OffsetUse.key(request.market(), request.year(), enterprise))),
        usedByAll(records, request, rule));
  }

  /** The year of somebody of whom nothing is recorded but what is typed. */
  public static OffsetAccount typed(
      Records records, Compliance request, Optional<ParticipantId> enterprise, OffsetBases bases) {
    Optional<OffsetRule> rule = OffsetMarket.rule(records, request.market(), request.year());
    return new OffsetAccount(
        bases, enterprise, request, rule, List.of(), usedByAll(records, request, rule));
  }

  private static List<UsedCredits> usedByAll(
      Records records, Compliance request, Optional<OffsetRule> rule) {
    return rule.filter(OffsetRule::hasMarketCap).isPresent()
        ? MarketOffsetUse.used(records.find(MarketOffsetUse.key(request.market(), request.year())))
        : List.of();
  }

  /** The same with other bases: what would be if they were so. */
  public OffsetAccount withBases(OffsetBases others) {
    return new OffsetAccount(others, enterprise, request, rule, used, usedByAll);
  }

  /** The same after more has been used. */
  OffsetAccount after(UsedCredits more) {
    return new OffsetAccount(
        bases,
        enterprise,
        request,
        rule,
        UsedCredits.with(used, more),
        UsedCredits.with(usedByAll, more));
  }

  /** Judges lots in their order, each after those before it. */
  public OffsetAnswer judge(List<OffsetLot> lots) {
    List<OffsetAnswer.Lot> answers = new ArrayList<>();
    OffsetAccount now = this;
    for (OffsetLot lot : lots) {
      OffsetAnswer.Lot answer = now.judge(lot);
      answers.add(answer);
      if (!answer.usable().isZero()) {
        now = now.after(new UsedCredits(answer.usable(), lot.traits()));
      }
    }
    return new OffsetAnswer(answers, left(), rule);
  }

  /** How each cap stands. */
  List<CapLeft> left() {
    return bounds().stream().map(this::left).toList();
  }

  private OffsetAnswer.Lot judge(OffsetLot lot) {
    List<Finding> reasons = reasons(lot);
    List<Bound> bounds = bounds().stream().filter(each -> each.counts(lot.traits())).toList();
    if (!reasons.isEmpty()) {
      return new OffsetAnswer.Lot(
          reasons, Tonnes.ZERO, Optional.empty(), bounds.stream().map(this::left).toList());
    }
    Tonnes usable = lot.tonnes();
    Optional<String> binding = Optional.empty();
    for (Bound bound : bounds) {
      Tonnes left = left(bound).left().orElseThrow();
      if (!left.isAtLeast(usable)) {
        usable = left;
        binding = Optional.of(bound.id());
      }
    }
    OffsetAccount then = usable.isZero() ? this : after(new UsedCredits(usable, lot.traits()));
    return new OffsetAnswer.Lot(
        List.of(), usable, binding, bounds.stream().map(then::left).toList());
  }

  /**
   * What bounds the use of some credits: a cap, or the rest of one that a minimum share leaves to
   * the others.
   *
   * @param cap the cap
   * @param id its name or the share's
   * @param share the share, if it is the rest that one leaves
   */
  private record Bound(OffsetCap cap, String id, Optional<MinimumShare> share) {
    private static final int WHOLE = 1_000;

    boolean counts(CreditTraits traits) {
      return cap.where().holdsFor(traits)
          && share.map(each -> !each.where().holdsFor(traits)).orElse(true);
    }

    Optional<Tonnes> limit(OffsetBases bases) {
      return share
          .map(each -> cap.limit(bases, WHOLE - each.perMille()))
          .orElseGet(() -> cap.limit(bases));
    }
  }

  private List<Bound> bounds() {
    Optional<OffsetTerms> terms = rule.flatMap(OffsetRule::terms);
    List<Bound> bounds = new ArrayList<>();
    terms.ifPresent(
        found -> {
          found.caps().forEach(cap -> bounds.add(new Bound(cap, cap.id(), Optional.empty())));
          found
              .minimumShares()
              .orElse(List.of())
              .forEach(
                  share ->
                      bounds.add(
                          new Bound(
                              found.cap(share.of()).orElseThrow(),
                              share.id(),
                              Optional.of(share))));
        });
    return bounds;
  }

  private CapLeft left(Bound bound) {
    List<UsedCredits> counted = bound.cap().scope() == OffsetCap.Scope.MARKET ? usedByAll : used;
    Tonnes sum =
        counted.stream()
            .filter(each -> bound.counts(each.traits()))
            .map(UsedCredits::tonnes)
            .reduce(Tonnes.ZERO, Tonnes::plus);
    Optional<Tonnes> limit = bound.limit(bases);
    // A base that was corrected downwards leaves nothing, and takes nothing back.
    return new CapLeft(
        limit.isPresent() ? Optional.empty() : bound.cap().base(),
        bound.id(),
        limit.map(most -> most.isAtLeast(sum) ? most.minus(sum) : Tonnes.ZERO),
        limit,
        sum);
  }

  private List<Finding> reasons(OffsetLot lot) {
    List<Finding> found = new ArrayList<>();
    if (rule.isEmpty()) {
      return List.of(
          new Finding(
              OffsetReason.NO_RULE,
              zh("市场 %s 没有适用于 %s 年度的抵销规则")
                  .en("market %s has no offset rule of %s", request.market(), request.year())));
    }
    OffsetRule row = rule.get();
    if (row.status() == OffsetRule.Status.NOT_LOADED) {
      return List.of(
          new Finding(
              OffsetReason.RULE_NOT_LOADED, zh("尚未查阅：%s").en("not read: %s", row.unread().get(0))));
    }
    if (row.status() == OffsetRule.Status.HISTORICAL) {
      found.add(
          new Finding(
              OffsetReason.RULE_HISTORICAL,
              zh("第 %s 条规则为历史规则").en("rule %s of the market is historical", row.version())));
    }
    boolean practice = row.status() == OffsetRule.Status.EXAMPLE;
    if (lot.training() && !practice) {
      found.add(
          new Finding(
              OffsetReason.TRAINING_CREDITS, zh("该减排量仅供练习").en("the credits are for practice")));
    }
    if (!lot.training() && practice) {
      found.add(
          new Finding(
              OffsetReason.MARKET_FOR_PRACTICE, zh("该市场仅供练习").en("the market is for practice")));
    }
    found.addAll(reasons(row.terms().orElseThrow(), lot));
    return found;
  }

  private List<Finding> reasons(OffsetTerms terms, OffsetLot lot) {
    List<Finding> found = new ArrayList<>();
    CreditTraits traits = lot.traits();
    if (!terms.kinds().contains(traits.kind())) {
      add(
          found,
          OffsetReason.KIND_NOT_TAKEN,
          zh("种类 %s 不在接受之列：%s")
              .en("%s is not taken; these are: %s", traits.kind(), words(terms.kinds())));
    }
    boolean denied =
        terms.deniedTypes().filter(types -> types.contains(traits.projectType())).isPresent()
            || terms
                .projectTypes()
                .filter(each -> !each.contains(traits.projectType()))
                .isPresent();
    if (denied) {
      add(
          found,
          OffsetReason.TYPE_NOT_TAKEN,
          zh("不接受项目类型 %s").en("projects of type %s are not taken", traits.projectType()));
    }
    if (terms.regions().filter(each -> !CreditCondition.isIn(each, traits.region())).isPresent()) {
      add(
          found,
          OffsetReason.REGION_NOT_TAKEN,
          zh("项目所在地 %s 不在接受之列：%s")
              .en(
                  "projects in %s are not taken; in these they are: %s",
                  traits.region(), words(terms.regions().orElseThrow())));
    }
    Optional<LocalDate> from = terms.arisenFrom(traits.projectType());
    if (from.filter(lot.from()::isBefore).isPresent()) {
      add(
          found,
          OffsetReason.AROSE_TOO_EARLY,
          zh("产生于 %s，早于 %s").en("they arose from %s, before %s", lot.from(), from.get()));
    }
    if (terms.arisenTo().filter(lot.to()::isAfter).isPresent()) {
      add(
          found,
          OffsetReason.AROSE_TOO_LATE,
          zh("产生至 %s，晚于 %s").en("they arose until %s, after %s", lot.to(), terms.arisenTo().get()));
    }
    if (terms.ownProjectsExcluded() && lot.owner().filter(this::isOwn).isPresent()) {
      add(
          found,
          OffsetReason.OWN_PROJECT,
          zh("该项目属于本企业").en("the project is the enterprise's own"));
    }
    for (Bound bound : bounds()) {
      if (bound.counts(traits) && bound.limit(bases).isEmpty()) {
        add(
            found,
            OffsetReason.BASE_NOT_RECORDED,
            zh("上限 %s 所依据的%s没有记载")
                .en("cap %s: not recorded: %s", bound.id(), bound.cap().base().orElseThrow()));
      }
    }
    return found;
  }

  /**
   * Whether a project's owner counts as the enterprise. It is the owner of the project, and neither
   * who holds its credits nor who issued them: otherwise a sale to a friend and a purchase from it
   * would make them somebody else's. Who is related to whom does not count here: relations are kept
   * from the two that are related, and every refusal or answer by one would tell them.
   */
  private boolean isOwn(ParticipantId owner) {
    return enterprise.filter(owner::equals).isPresent();
  }

  private static void add(List<Finding> found, OffsetReason reason, Detail detail) {
    found.add(new Finding(reason, detail));
  }

  private static String words(List<?> some) {
    return String.join(", ", some.stream().map(Object::toString).toList());
  }
}
