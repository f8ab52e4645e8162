// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.gateway.work.StageDays;
import org.grasslandcarbon.gateway.work.Work;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** How many days stages take, promised and real. */
@RestController
@RequestMapping(Paths.BASE + "/stages")
@Open("days are counted of public records; of others for those who may see them")
final class StageController {
  private static final String NAME = "stages";
  private static final int YEAR_LEAST = 1900;
  private static final int YEAR_MOST = 2199;

  private final StageDays days;
  private final Sight sight;
  private final Found found;
  private final Computations threads;

  StageController(StageDays days, Sight sight, Found found, Computations stageThreads) {
    this.days = days;
    this.sight = sight;
    this.found = found;
    this.threads = stageThreads;
  }

  /**
   * All stages.
   *
   * @param items in the order of a life
   */
  record StageList(List<StageDays.Told> items) {}

  @GetSheet
  CompletableFuture<SheetAnswer> list(
      @RequestParam Optional<String> region,
      @RequestParam Optional<String> office,
      @RequestParam Optional<String> certifier,
      @RequestParam Optional<Integer> year,
      @RequestParam Optional<Boolean> training,
      @AuthenticationPrincipal Caller caller) {
    return told(asked(region, office, certifier, year, training), caller)
        .thenApply(items -> new SheetAnswer(new StageList(items), NAME, () -> rows(items)));
  }

  private CompletableFuture<List<StageDays.Told>> told(StageDays.Asked asked, Caller caller) {
    Optional<Caller> asking = Optional.ofNullable(caller);
    return threads.submit(
        mustBeWanted ->
            days.of(
                asked,
                asking.map(Caller::actor),
                (view, record) -> {
                  mustBeWanted.run();
                  return sight.permits(view.visibility(), asking, record);
                }),
        () -> {});
  }

  private StageDays.Asked asked(
      Optional<String> region,
      Optional<String> office,
      Optional<String> certifier,
      Optional<Integer> year,
      Optional<Boolean> training) {
    if (region.isPresent() && office.isPresent()) {
      throw wrong(zh("region 与 office 只能给出一个").en("one of region and office can be given"));
    }
    if (year.filter(each -> each < YEAR_LEAST || each > YEAR_MOST).isPresent()) {
      throw wrong(zh("year 须为 %s 至 %s").en("year is %s to %s", YEAR_LEAST, YEAR_MOST));
    }
    Optional<RegionCode> within =
        region
            .map(text -> (RegionCode) ViewParameters.convert("region", text, RegionCode.class))
            .or(() -> office.map(this::regionOf));
    return new StageDays.Asked(
        within,
        certifier.map(
            text -> (ParticipantId) ViewParameters.convert("certifier", text, ParticipantId.class)),
        year,
        training.orElse(false));
  }

  /** An office's stages are those of its division. */
  private RegionCode regionOf(String office) {
    ParticipantId id =
        (ParticipantId) ViewParameters.convert("office", office, ParticipantId.class);
    ObjectNode participant = found.must(Participant.key(id));
    boolean isOffice =
        participant
            .path("roles")
            .valueStream()
            .anyMatch(r -> r.asString().equals(Role.OFFICE.name()));
    if (!isOffice) {
      throw wrong(zh("%s 不是主管部门").en("%s is no office", id));
    }
    return new RegionCode(participant.path("region").asString());
  }

  private static RequestException wrong(Detail detail) {
    return new RequestException(GatewayCode.BAD_REQUEST, detail);
  }

  private static List<List<Object>> rows(List<StageDays.Told> items) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "阶段 Stage",
            "名称 Name (zh)",
            "Name",
            "已完成 Ended",
            "进行中 Open",
            "平均工作日 Mean (working days)",
            "中位工作日 Median (working days)",
            "九成工作日 90th percentile (working days)",
            "平均日历日 Mean (calendar days)",
            "中位日历日 Median (calendar days)",
            "九成日历日 90th percentile (calendar days)",
            "规定最短工作日 Promised least (working days)",
            "规定最长工作日 Promised most (working days)",
            "未公布日历 Without calendar",
            "说明 Why none (zh)",
            "Why none"));
    items.forEach(item -> rows.add(row(item)));
    return rows;
  }

  private static List<Object> row(StageDays.Told item) {
    Optional<Work.Reason> why = item.noDays().or(item::noWorkingDays).or(item::noPromise);
    return List.of(
        item.stage(),
        item.name().zh(),
        item.name().en(),
        item.count(),
        item.open(),
        number(item.workingDays(), StageDays.Days::mean),
        number(item.workingDays(), StageDays.Days::median),
        number(item.workingDays(), StageDays.Days::ninetieth),
        number(item.calendarDays(), StageDays.Days::mean),
        number(item.calendarDays(), StageDays.Days::median),
        number(item.calendarDays(), StageDays.Days::ninetieth),
        number(item.promisedWorkingDays(), StageDays.Promise::least),
        number(item.promisedWorkingDays(), StageDays.Promise::most),
        item.withoutCalendar(),
        why.map(Work.Reason::zh).orElse(""),
        why.map(Work.Reason::en).orElse(""));
  }

  private static <T> Object number(Optional<T> of, Function<T, Object> reading) {
    return of.map(reading).orElse("");
  }
}
