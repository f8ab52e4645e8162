// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Publishes the numbers of the registry itself from a day on (LEDGER section 1). What has held on a
 * day is never changed; a version that has not begun can be replaced.
 *
 * @param commentsPerAuthor comments of one author in one publicity of a project
 * @param document the decision
 * @param overlap what land neighbours may share; the registry's own numbers when absent
 * @param refusalsPerHour journaled refusals of one participant in an hour
 * @param validFrom the first day
 */
public record PublishRegistryRule(
    @Means(en = "Comments of one author in one publicity of a project", zh = "每一意见人对项目每次公示的意见数上限")
        SourcedLimit commentsPerAuthor,
    @Means(en = "SHA-256 of the decision", zh = "决定文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "Land that neighbours may share", zh = "相邻项目重叠的容差")
        Optional<OverlapTolerance> overlap,
    @Means(
            en = "Refusals of one participant in an hour that are journaled",
            zh = "每一主体每小时记入账本的拒绝数上限")
        SourcedLimit refusalsPerHour,
    @Means(en = "First day, today or later", zh = "生效首日（当日或以后）") LocalDate validFrom)
    implements Action {

  /** The action. */
  public static final ActionType<PublishRegistryRule> TYPE =
      ActionType.of(
          "publishRegistryRule",
          "公布登记系统规则参数",
          "Publishes the numbers of the registry's own rules",
          new PublishRegistryRule(
              new SourcedLimit(10, "示例决定第 1 条。 Example decision, article 1."),
              Sha256.of("decision on the registry's rules"),
              Optional.of(
                  new OverlapTolerance(
                      new SourcedLimit(1_000, "示例决定第 3 条。 Example decision, article 3."),
                      new SourcedLimit(10_000, "示例决定第 3 条。 Example decision, article 3."),
                      new SourcedLimit(2_000, "示例决定第 3 条。 Example decision, article 3."))),
              new SourcedLimit(200, "示例决定第 2 条。 Example decision, article 2."),
              LocalDate.of(2026, 1, 1)),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.BAD_REGISTRY_RULE,
          ErrorCode.TOO_LARGE);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(RegistryRules.KEY);
  }

  @Override
  public void apply(Act act) {
    act.require(
        !validFrom.isBefore(act.today()),
        ErrorCode.BAD_REGISTRY_RULE,
        zh("%s 早于今日（%s）").en("%s is before today, %s", validFrom, act.today()));
    RegistryRules rules = RegistryRules.of(act);
    act.require(
        validFrom.isAfter(act.today()) || rules.from(validFrom).isEmpty(),
        ErrorCode.BAD_REGISTRY_RULE,
        zh("已有规则自 %s 起生效").en("a rule has begun to hold on %s", validFrom));
    RegistryRules changed =
        rules.with(
            new RegistryRules.Version(
                commentsPerAuthor, document, overlap, act.time(), refusalsPerHour, validFrom));
    act.require(
        changed.versions().size() <= RegistryRules.VERSIONS_MOST,
        ErrorCode.TOO_LARGE,
        zh("已公布 %s 条规则").en("%s rules are published", rules.versions().size()));

    act.write(changed);
    act.refer("registryRule", validFrom);
  }
}
