// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.coordination;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.participant.Calendar;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Proposes a goal to the regions concerned (LEDGER section 7; china-rules E4-E7, E17, E19, E30):
 * targets as a chain, who does what until when, a road map, a decision, a partnership, or that an
 * assessment be made again. The provinces of its targets and tasks vote, and that of the office
 * that proposes it, and the authority where a target is the nation's; the ledger computes which. A
 * target of the nation is the authority's to propose.
 *
 * @param assessment the assessment on which a revision rests, or which an appeal is against
 * @param document the digest of the document
 * @param kind what it is
 * @param lastDay the last day on which it takes votes and comments
 * @param milestones the steps of a road map
 * @param partners who works together
 * @param plans how plainly the plans of regions speak of carbon sinks
 * @param revises the goal that a revision replaces
 * @param targets what is to be reached
 * @param tasks who does what until when
 * @param title zh and en
 */
public record ProposeGoal(
    @Means(
            en = "Assessment on which a revision rests, or which an appeal is against",
            zh = "修订所依据或申诉所针对的评估")
        Optional<InstructionId> assessment,
    @Means(en = "SHA-256 of the document", zh = "目标文件的 SHA-256 摘要") Sha256 document,
    @Means(en = "What it is", zh = "类型") GoalKind kind,
    @Means(en = "Last day of votes and comments", zh = "征求意见和表决的末日") LocalDate lastDay,
    @Means(en = "Steps of a road map", zh = "路线图节点") @Distinct @Most(Goal.MILESTONES_MOST)
        Optional<List<Milestone>> milestones,
    @Means(en = "Who works together", zh = "合作方") @Distinct @Most(Goal.PARTNERS_MOST)
        Optional<List<GoalPartner>> partners,
    @Means(en = "How plainly the plans of regions speak of carbon sinks", zh = "各地区规划的明确程度")
        @Most(Goal.PLANS_MOST)
        Optional<List<PlanStatement>> plans,
    @Means(en = "Goal that a revision replaces", zh = "所修订的目标") Optional<InstructionId> revises,
    @Means(en = "What is to be reached", zh = "目标值") @Most(Goal.TARGETS_MOST)
        Optional<List<ProposedGoalTarget>> targets,
    @Means(en = "Who does what until when; numbered from 1", zh = "任务（自 1 起编号）")
        @Distinct
        @Most(Goal.TASKS_MOST)
        Optional<List<PlannedTask>> tasks,
    @Means(en = "Title", zh = "标题") Name title)
    implements Action {

  /** A consultation of more than a year is none. */
  static final int DAYS_MOST = 366;

  /** The action. */
  public static final ActionType<ProposeGoal> TYPE =
      ActionType.of(
          "proposeGoal",
          "向有关地区提出目标",
          "Proposes a goal to the regions concerned",
          new ProposeGoal(
              Optional.empty(),
              Sha256.of("document of a goal"),
              GoalKind.TARGETS,
              LocalDate.of(2026, 3, 31),
              Optional.of(
                  List.of(
                      new Milestone(
                          LocalDate.of(2027, 12, 31),
                          Name.of("完成本底调查", "The baseline survey is complete")))),
              Optional.empty(),
              Optional.of(
                  List.of(
                      new PlanStatement(
                          Optional.of(Sha256.of("five-year plan")),
                          PlanStatement.Explicitness.EXPLICIT,
                          new RegionCode("150000")))),
              Optional.empty(),
              Optional.of(
                  List.of(
                      new ProposedGoalTarget(
                          ExampleCriteria.VERIFIED_TONNES,
                          Optional.empty(),
                          Optional.of(new RegionCode("150000")),
                          Decimal.of("120000"),
                          2027))),
              Optional.of(
                  List.of(
                      new PlannedTask(
                          Optional.empty(),
                          LocalDate.of(2026, 10, 31),
                          Optional.of(ExampleCriteria.TRAINED_PERSONS),
                          new RegionCode("150000"),
                          Name.of("培训旗县监测人员", "Train those who monitor in banners")))),
              Name.of("2027 年草原碳汇目标", "Grassland carbon goal of 2027")),
          EnumSet.of(Role.AUTHORITY, Role.OFFICE),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_GOAL,
          ErrorCode.UNKNOWN_ASSESSMENT,
          ErrorCode.NOT_ALLOWED,
          ErrorCode.APPEAL_OVER,
          ErrorCode.ALREADY_APPEALED,
          ErrorCode.WRONG_STATE,
          ErrorCode.NOT_OF_PRACTICE,
          ErrorCode.REVISION_NOT_OF_REPORT,
          ErrorCode.UNKNOWN_REGION,
          ErrorCode.UNKNOWN_PROJECT,
          ErrorCode.UNKNOWN_PARTICIPANT,
          ErrorCode.NO_CRITERIA,
          ErrorCode.UNKNOWN_INDICATOR,
          ErrorCode.TARGET_YEAR_OVER,
          ErrorCode.BAD_GOAL_DAYS,
          ErrorCode.NO_CALENDAR,
          ErrorCode.TARGET_IN_FORCE,
          ErrorCode.TOO_MANY_TARGETS,
          ErrorCode.TOO_MANY_GOALS);

  public ProposeGoal {
    milestones = milestones.map(List::copyOf);
    partners = partners.map(List::copyOf);
    plans = plans.map(List::copyOf);
    targets = targets.map(List::copyOf);
    tasks = tasks.map(List::copyOf);
    boolean sets = kind == GoalKind.TARGETS || kind == GoalKind.REVISION;
    Check.that(
        sets == isGiven(targets),
        zh("TARGETS 和 REVISION 须有 targets，其他类型不得有")
            .en("TARGETS and REVISION have targets, and no other kind has"));
    Check.that(
        (kind == GoalKind.REVISION) == revises.isPresent(),
        zh("REVISION 须指明 revises，其他类型不得有")
            .en("REVISION names what it revises, and no other kind does"));
    Check.that(
        (kind == GoalKind.REVISION || kind == GoalKind.APPEAL) == assessment.isPresent(),
        zh("REVISION 和 APPEAL 须指明 assessment，其他类型不得有")
            .en("REVISION and APPEAL name an assessment, and no other kind does"));
    Check.that(
        kind != GoalKind.ROADMAP || isGiven(milestones),
        zh("ROADMAP 须有 milestones").en("ROADMAP has milestones"));
    Check.that(
        kind != GoalKind.SHARED_DECISION || isGiven(tasks),
        zh("SHARED_DECISION 须有 tasks").en("SHARED_DECISION has tasks"));
    Check.that(
        kind != GoalKind.PARTNERSHIP || isGiven(partners),
        zh("PARTNERSHIP 须有 partners").en("PARTNERSHIP has partners"));
    Check.that(
        kind != GoalKind.APPEAL
            || !isGiven(milestones) && !isGiven(partners) && !isGiven(plans) && !isGiven(tasks),
        zh("APPEAL 只有 assessment").en("APPEAL has an assessment and nothing else"));
    requireOnce(targets.orElse(List.of()));
  }

  private static boolean isGiven(Optional<? extends List<?>> list) {
    return list.filter(each -> !each.isEmpty()).isPresent();
  }

  private static void requireOnce(List<ProposedGoalTarget> targets) {
    record Link(IndicatorId indicator, Object place, int year) {}
    long distinct =
        targets.stream()
            .map(
                each ->
                    new Link(
                        each.indicator(),
                        each.project().isPresent() ? each.project() : each.region(),
                        each.year()))
            .distinct()
            .count();
    Check.that(
        distinct == targets.size(),
        zh("targets 中同一指标、同一地区或项目、同一年度列了两次")
            .en("targets has an indicator twice for one region or project and year"));
  }

  private List<ProposedGoalTarget> proposed() {
    return targets.orElse(List.of());
  }

  /** The regions that it names, but for those of projects. */
  private TreeSet<RegionCode> regions() {
    TreeSet<RegionCode> regions = new TreeSet<>();
    proposed().forEach(each -> each.region().ifPresent(regions::add));
    tasks.orElse(List.of()).forEach(each -> regions.add(each.owner()));
    plans.orElse(List.of()).forEach(each -> regions.add(each.region()));
    return regions;
  }

  private Stream<InstructionId> projects() {
    return Stream.concat(
            proposed().stream().flatMap(each -> each.project().stream()),
            partners.orElse(List.of()).stream().flatMap(each -> each.project().stream()))
        .distinct();
  }

  /** Its targets where they stand; without those of projects that are not on the ledger. */
  private List<GoalTarget> links(Records records) {
    List<GoalTarget> links = new ArrayList<>();
    for (ProposedGoalTarget each : proposed()) {
      each.region()
          .or(
              () ->
                  records
                      .find(Project.key(each.project().orElseThrow()))
                      .map(project -> project.design().region()))
          .ifPresent(region -> links.add(each.in(region)));
    }
    return links;
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    List<Key<?>> named = new ArrayList<>();
    named.add(CriteriaVersions.KEY);
    named.add(OpenGoals.key(actor));
    for (int year = lastDay.getYear() - 1; year <= lastDay.getYear() + 1; year++) {
      named.add(Calendar.key(year));
    }
    regions().forEach(each -> named.add(Region.key(each)));
    projects().forEach(each -> named.add(Project.key(each)));
    partners.orElse(List.of()).forEach(each -> named.add(Participant.key(each.participant())));
    revises.ifPresent(each -> named.add(Goal.key(each)));
    assessment.ifPresent(each -> named.add(Assessment.key(each)));
    return named;
  }

  @Override
  public List<Key<?>> following(ParticipantId actor, Records records) {
    List<Key<?>> following = new ArrayList<>();
    CriteriaVersions versions = CriteriaVersions.of(records);
    List<GoalTarget> links = links(records);
    Stream.of(lastDay.getYear() - 1, lastDay.getYear())
        .flatMap(year -> versions.practicesOf(year).stream())
        .distinct()
        .forEach(practice -> following.addAll(TargetChain.keys(links, practice)));
    following.addAll(versions.keysOf(lastDay.getYear() - 1));
    following.addAll(versions.keysOf(lastDay.getYear()));
    if (kind == GoalKind.APPEAL) {
      following.addAll(Appeal.following(records, assessment.orElseThrow()));
    }
    return following;
  }

  @Override
  public List<Key<?>> further(ParticipantId actor, Records records) {
    return kind == GoalKind.APPEAL ? Appeal.further(records, assessment.orElseThrow()) : List.of();
  }

  @Override
  public void apply(Act act) {
    Optional<Goal> revised = revises.map(id -> act.must(Goal.key(id), ErrorCode.UNKNOWN_GOAL));
    Optional<Assessment> report =
        assessment.map(id -> act.must(Assessment.key(id), ErrorCode.UNKNOWN_ASSESSMENT));
    if (kind == GoalKind.APPEAL) {
      new Appeal(report.orElseThrow()).requireAllowed(act);
    }
    boolean practice =
        kind == GoalKind.APPEAL
            ? report.orElseThrow().practice()
            : CriteriaVersions.of(act).isForPractice(act.today());
    revised.ifPresent(each -> requireRevisable(act, each, report.orElseThrow(), practice));
    act.require(
        act.actor().is(Role.AUTHORITY) || proposed().stream().noneMatch(ProposeGoal::isOfNation),
        ErrorCode.NOT_ALLOWED,
        zh("全国的目标由国家主管部门提出").en("the authority proposes the targets of the nation"));
    regions().forEach(each -> Regions.require(act, each));
    projects().forEach(each -> requireLive(act, each, practice));
    partners
        .orElse(List.of())
        .forEach(
            each -> act.must(Participant.key(each.participant()), ErrorCode.UNKNOWN_PARTICIPANT));
    Optional<Criteria> criteria = criteria(act);
    requireDays(act);
    List<GoalTarget> links = links(act);
    TargetChain chain = TargetChain.with(act, act.id(), revises, links, practice, act.today());
    chain
        .obstacle()
        .ifPresent(
            each -> {
              throw new RegistryException(each.kind().code(), each.inWords());
            });
    if (OpenGoals.counts(kind)) {
      act.write(withRoom(act).proposed());
    }

    act.write(
        new Goal(
            assessment,
            act.time(),
            criteria.map(each -> chain.breaches(links, each)).orElse(List.of()),
            act.actor().id(),
            criteria.map(Criteria::version),
            Optional.empty(),
            document,
            act.id(),
            kind,
            lastDay,
            milestones.orElse(List.of()),
            partners.orElse(List.of()),
            plans.orElse(List.of()),
            practice,
            revises,
            GoalState.OPEN,
            chain.links(links),
            tasks.orElse(List.of()),
            title,
            voters(act, links, report)));
    if (kind == GoalKind.APPEAL) {
      act.write(report.orElseThrow().appealedBy(act.id()));
    }
    act.refer("goal", act.id());
  }

  /** The proposer's open goals, among which there is room for this one. */
  private static OpenGoals withRoom(Act act) {
    OpenGoals open = OpenGoals.of(act, act.actor().id());
    act.require(
        open.hasRoom(),
        ErrorCode.TOO_MANY_GOALS,
        zh("至多 %s 个").en("at most %s are open at a time", OpenGoals.OPEN_MOST));
    return open;
  }

  private static boolean isOfNation(ProposedGoalTarget target) {
    return target.region().filter(RegionCode.NATION::equals).isPresent();
  }

  private static void requireLive(Act act, InstructionId id, boolean practice) {
    Project project = act.must(Project.key(id), ErrorCode.UNKNOWN_PROJECT);
    Project.State found = project.state();
    act.require(
        found != Project.State.REJECTED && found != Project.State.DEREGISTERED,
        ErrorCode.WRONG_STATE,
        zh("项目 %s 的状态为 %s").en("the project %s is %s", id, found));
    act.require(
        project.training() == practice,
        ErrorCode.NOT_OF_PRACTICE,
        zh("项目 %s；今日的考核标准仅供练习：%s")
            .en("the project %s; the criteria of today are for practice: %s", id, practice));
  }

  /**
   * A goal in force is revised, on a report about a region that it is about. The nation is not
   * assessed: the authority revises its targets on the report of any province.
   */
  private static void requireRevisable(Act act, Goal revised, Assessment report, boolean practice) {
    act.require(
        revised.practice() == practice && report.practice() == practice,
        ErrorCode.NOT_OF_PRACTICE,
        zh("今日的考核标准仅供练习：%s；所修订的目标：%s；评估：%s")
            .en(
                "for practice: the criteria of today %s, the goal that it revises %s, the assessment %s",
                practice, revised.practice(), report.practice()));
    act.require(
        revised.state() == GoalState.ADOPTED,
        ErrorCode.WRONG_STATE,
        zh("所修订目标的状态为 %s").en("the goal that it revises is %s", revised.state()));
    act.require(
        report.upheldBy().isEmpty(),
        ErrorCode.REVISION_NOT_OF_REPORT,
        zh("该评估经申诉已被推翻").en("an appeal against the assessment was upheld"));
    act.require(
        revised.hasTargetIn(report.region())
            || act.actor().is(Role.AUTHORITY)
                && revised.setsNation()
                && report.region().equals(report.region().province()),
        ErrorCode.REVISION_NOT_OF_REPORT,
        zh("评估对象为 %s").en("the assessment is of %s", report.region()));
  }

  /** The criteria of today, whose indicators targets and tasks name; none where they name none. */
  private Optional<Criteria> criteria(Act act) {
    List<IndicatorId> indicators =
        Stream.concat(
                proposed().stream().map(ProposedGoalTarget::indicator),
                tasks.orElse(List.of()).stream().flatMap(each -> each.indicator().stream()))
            .distinct()
            .toList();
    if (indicators.isEmpty()) {
      return Optional.empty();
    }
    Optional<Criteria> found =
        CriteriaVersions.of(act)
            .on(act.today())
            .flatMap(version -> act.find(Criteria.key(version.version())));
    act.require(
        found.isPresent(), ErrorCode.NO_CRITERIA, zh("今日（%s）").en("today, %s", act.today()));
    Criteria criteria = found.orElseThrow();
    for (IndicatorId each : indicators) {
      act.require(
          criteria.find(each).isPresent(),
          ErrorCode.UNKNOWN_INDICATOR,
          zh("%s；适用第 %s 版").en("%s; version %s applies", each, criteria.version()));
    }
    for (ProposedGoalTarget each : proposed()) {
      act.require(
          each.year() >= act.today().getYear(),
          ErrorCode.TARGET_YEAR_OVER,
          zh("%2$s 年的 %1$s").en("%s of the year %s", each.indicator(), each.year()));
    }
    return found;
  }

  private void requireDays(Act act) {
    LocalDate latest = act.today().plusDays(DAYS_MOST);
    act.require(
        lastDay.isAfter(act.today()) && !lastDay.isAfter(latest),
        ErrorCode.BAD_GOAL_DAYS,
        zh("lastDay：须晚于今日（%s），不晚于 %s")
            .en("lastDay: it is after today, %s, and not after %s", act.today(), latest));
    int days = CoordinationDays.on(act, act.today()).consultation();
    LocalDate earliest = CoordinationDays.lastDay(act, act.today(), days);
    act.require(
        !lastDay.isBefore(earliest),
        ErrorCode.BAD_GOAL_DAYS,
        zh("lastDay：征求意见至少 %s 个工作日，末日最早为 %s")
            .en("lastDay: of at least %s working days the last is %s", days, earliest));
    Stream.concat(
            tasks.orElse(List.of()).stream().map(PlannedTask::due),
            milestones.orElse(List.of()).stream().map(Milestone::due))
        .forEach(
            due ->
                act.require(
                    due.isAfter(lastDay) && due.getYear() <= ProposedGoalTarget.YEAR_MOST,
                    ErrorCode.BAD_GOAL_DAYS,
                    zh("due：%s 须晚于 lastDay，不晚于 %s 年")
                        .en(
                            "due: %s is after lastDay and not after the year %s",
                            due, ProposedGoalTarget.YEAR_MOST)));
  }

  private List<RegionCode> voters(Act act, List<GoalTarget> links, Optional<Assessment> report) {
    TreeSet<RegionCode> voters = new TreeSet<>();
    if (kind == GoalKind.APPEAL) {
      voters.addAll(new Appeal(report.orElseThrow()).voters(act));
    } else {
      links.forEach(each -> voters.add(each.region().province()));
      tasks.orElse(List.of()).forEach(each -> voters.add(each.owner().province()));
      if (act.actor().is(Role.OFFICE)) {
        voters.add(act.actor().region().province());
      }
    }
    return voters.isEmpty() ? List.of(RegionCode.NATION) : List.copyOf(voters);
  }
}
