// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.grasslandcarbon.domain.land.Boundary;
import org.grasslandcarbon.domain.registry.Verdict;
import org.grasslandcarbon.domain.testing.Projects;
import org.grasslandcarbon.domain.testing.TestLedger;
import org.grasslandcarbon.domain.value.InstructionId;
import org.junit.jupiter.api.Test;

/**
 * Boxes of very different sizes are proposed and given back at random: the ledger refuses exactly
 * those that share area with a live one, which for boxes a comparison of their sides tells.
 */
class LandClaimsPropertyTest {
  private static final int ACTS = 600;
  private static final double[] SIDES = {0.1, 0.5, 1, 3, 9, 20};

  private final Projects projects = new Projects();
  private final Random random = new Random(20250303);
  private final Map<InstructionId, Box> live = new TreeMap<>();

  /** In tenths of a degree, on a lattice of tenths of that. */
  private record Box(long west, long south, long side) {
    boolean sharesAreaWith(Box other) {
      return west < other.west + other.side
          && other.west < west + side
          && south < other.south + other.side
          && other.south < south + side;
    }

    Boundary boundary() {
      return LandClaimsTest.box(west / 10.0, south / 10.0, side / 10.0, side / 10.0);
    }
  }

  private Box box() {
    long side = Math.round(SIDES[random.nextInt(SIDES.length)] * 10);
    return new Box(random.nextInt(300), random.nextInt(300), side);
  }

  @Test
  void the_ledger_refuses_exactly_what_shares_area_with_a_live_project() {
    int refused = 0;
    for (int i = 0; i < ACTS; i++) {
      if (!live.isEmpty() && random.nextInt(4) == 0) {
        end(live.keySet().stream().skip(random.nextInt(live.size())).findFirst().orElseThrow());
      } else if (!propose(box())) {
        refused++;
      }
    }
    assertThat(refused).isBetween(ACTS / 10, ACTS * 7 / 10);
    assertThat(live).hasSizeGreaterThan(15);
    for (InstructionId project : live.keySet().toArray(InstructionId[]::new)) {
      end(project);
    }
    assertThat(
            projects.ledger.store().state().values().stream()
                .map(json -> new String(json, StandardCharsets.UTF_8))
                .filter(json -> json.contains("\"extent\"")))
        .as("whoever has gone claims nothing")
        .isEmpty();
  }

  private boolean propose(Box box) {
    boolean taken = live.values().stream().anyMatch(box::sharesAreaWith);
    InstructionId id = TestLedger.newInstruction();
    byte[] signed =
        projects.ledger.sign(id, projects.owner, LandClaimsTest.proposal(projects, box.boundary()));
    assertThat(projects.ledger.submit(signed))
        .as("%s among %s", box, live)
        .extracting(Verdict::code)
        .containsExactly(taken ? "LAND_ALREADY_CLAIMED" : "APPLIED");
    if (!taken) {
      live.put(id, box);
    }
    return !taken;
  }

  private void end(InstructionId project) {
    projects.ledger.apply(projects.owner, new DeregisterProject(project, "Given back."));
    live.remove(project);
  }
}
