// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Optional;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.coordination.GoalTree;
import org.grasslandcarbon.gateway.coordination.RegionLoop;
import org.grasslandcarbon.gateway.problem.Paths;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A goal as a tree, and how a region's year led to new targets. */
@RestController
@RequestMapping(Paths.BASE + "/coordination")
@Open("computed from goals, votes, tasks, targets and assessments, all of which are public")
final class GoalTreeController {
  private static final String TREE = "/goal-tree";
  private static final String TREE_FILE = "goal-tree";
  private static final String LOOP = "/loop";
  private static final String LOOP_FILE = "loop";
  private static final int YEAR_LEAST = 2000;

  private final GoalTree goals;
  private final RegionLoop loops;

  GoalTreeController(GoalTree goals, RegionLoop loops) {
    this.goals = goals;
    this.loops = loops;
  }

  /**
   * A goal with its targets in the chain, its tasks and its votes.
   *
   * @param goal the instruction that proposed it
   */
  @GetSheet(TREE)
  SheetAnswer tree(@RequestParam Optional<String> goal) {
    GoalTree.Tree tree = treeOf(goal);
    return new SheetAnswer(tree, TREE_FILE, () -> GoalTreeSheets.tree(tree));
  }

  private GoalTree.Tree treeOf(Optional<String> goal) {
    InstructionId id = Parameters.value("goal", must("goal", goal), InstructionId.class);
    return goals
        .tree(id)
        .orElseThrow(
            () ->
                Parameters.wrong(
                    "goal",
                    zh("账本上没有目标 %s；目标列表见 /goals")
                        .en("%s is no goal on the ledger: /goals lists them", id)));
  }

  /**
   * How a region's year led to new targets.
   *
   * @param region the division
   * @param year the calendar year
   */
  @GetSheet(LOOP)
  SheetAnswer loop(@RequestParam Optional<String> region, @RequestParam Optional<String> year) {
    RegionLoop.Loop loop = loopOf(region, year);
    return new SheetAnswer(loop, LOOP_FILE, () -> GoalTreeSheets.loop(loop));
  }

  private RegionLoop.Loop loopOf(Optional<String> region, Optional<String> year) {
    RegionCode code = Parameters.value("region", must("region", region), RegionCode.class);
    if (code.equals(RegionCode.NATION) || !loops.isKnown(code)) {
      throw Parameters.wrong(
          "region",
          zh("须为账本上的省、市或县级区划：全国不作评估")
              .en(
                  "is a province or a division in one that is on the ledger: nobody assesses the nation"));
    }
    int which = Parameters.number("year", must("year", year), YEAR_LEAST, loops.today().getYear());
    return loops.loop(code, which);
  }

  private static String must(String name, Optional<String> text) {
    return text.orElseThrow(() -> Parameters.wrong(name, zh("须填写").en("is needed")));
  }
}
