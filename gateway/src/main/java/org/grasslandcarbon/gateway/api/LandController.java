// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.land.Cell;
import org.grasslandcarbon.domain.land.Extent;
import org.grasslandcarbon.domain.land.Grid;
import org.grasslandcarbon.domain.project.LandCell;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.Paths;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which live projects have land in a box: what somebody needs who is about to propose one. It leads
 * to boundaries by the squares of the ledger, as the ledger itself does.
 */
@RestController
@RequestMapping(Paths.BASE + "/land")
@Open("boundaries are public (LEDGER section 3)")
final class LandController {
  /** As many as the ledger compares a proposal with; whoever has more around looks at less. */
  static final int PROJECTS_MOST = 300;

  private static final String NUMBER = "-?[0-9]{1,3}(?:\\.[0-9]{1,7})?";
  private static final Pattern BOX = Pattern.compile(NUMBER + "(?:," + NUMBER + "){3}");
  private static final int DECIMALS = 7;

  private final Reader reader;

  LandController(Reader reader) {
    this.reader = reader;
  }

  /**
   * What is in a box.
   *
   * @param more whether there are more projects than are told
   * @param projects in the order of their ids
   */
  record Around(boolean more, List<Entered> projects) {}

  /**
   * A project in it.
   *
   * @param boxes around its pieces, as far as each lies in a square: west, south, east, north
   * @param project its id
   */
  record Entered(List<List<BigDecimal>> boxes, InstructionId project) {}

  /**
   * @param box west, south, east and north in degrees, with commas between
   * @param training the projects for practice instead of the others
   */
  @GetMapping
  Around in(@RequestParam String box, @RequestParam Optional<Boolean> training) {
    Extent asked = extent(box);
    List<Cell> cells =
        Grid.lookedUp(List.of(asked))
            .orElseThrow(
                () ->
                    wrong(
                        zh("box 跨越的网格超过 %s 个")
                            .en(
                                "box spreads over more than %s squares of the grid",
                                Grid.LOOKED_UP_MOST)));
    SortedMap<InstructionId, List<List<BigDecimal>>> found = new TreeMap<>();
    boolean more = false;
    for (Cell cell : cells) {
      for (LandCell.Claim claim : claims(cell, training.orElse(false))) {
        if (claim.extent().meets(asked)) {
          if (found.size() == PROJECTS_MOST && !found.containsKey(claim.project())) {
            more = true;
          } else {
            found
                .computeIfAbsent(claim.project(), any -> new ArrayList<>())
                .add(box(claim.extent()));
          }
        }
      }
      if (more) {
        break;
      }
    }
    return new Around(
        more,
        found.entrySet().stream()
            .map(entry -> new Entered(entry.getValue(), entry.getKey()))
            .toList());
  }

  private List<LandCell.Claim> claims(Cell cell, boolean training) {
    return reader
        .find(LandCell.key(cell.level(), cell.column(), cell.row(), training))
        .map(record -> Codec.convert(record, LandCell.class).claims())
        .orElse(List.of());
  }

  private static Extent extent(String box) {
    if (!BOX.matcher(box).matches()) {
      throw wrong(
          zh("box 为 西,南,东,北 四个十进制度数，最多七位小数")
              .en("box is west,south,east,north in degrees with at most seven decimals"));
    }
    String[] sides = box.split(",");
    int west = units(sides[0], 180);
    int south = units(sides[1], 90);
    int east = units(sides[2], 180);
    int north = units(sides[3], 90);
    if (west >= east || south >= north) {
      throw wrong(zh("box 的西、南须小于东、北").en("west and south of box are less than east and north"));
    }
    return new Extent(east, north, south, west);
  }

  private static int units(String degrees, int most) {
    BigDecimal number = new BigDecimal(degrees);
    if (number.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      throw wrong(zh("box 中的 %s 不是经纬度").en("%s of box is no longitude or latitude", degrees));
    }
    return number.movePointRight(DECIMALS).intValueExact();
  }

  private static List<BigDecimal> box(Extent extent) {
    return List.of(
        degrees(extent.west()),
        degrees(extent.south()),
        degrees(extent.east()),
        degrees(extent.north()));
  }

  private static BigDecimal degrees(int units) {
    BigDecimal degrees = BigDecimal.valueOf(units, DECIMALS).stripTrailingZeros();
    return degrees.scale() < 0 ? degrees.setScale(0) : degrees;
  }

  private static RequestException wrong(Detail detail) {
    return new RequestException(GatewayCode.BAD_REQUEST, detail);
  }
}
