// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.quantification;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.quantification.Quantification.Input;
import org.grasslandcarbon.domain.quantification.Quantification.Line;

/** Lines of a quantification as they are computed. */
final class Worksheet {
  private final List<Line> lines = new ArrayList<>();

  /** Adds a line and answers it as an input of later ones. */
  Input add(String equation, String symbol, String unit, Figure value, List<Input> inputs) {
    if (lines.size() == Quantification.LINES_MOST) {
      throw new RegistryException(
          ErrorCode.TOO_LARGE,
          zh("核算表最多 %s 行：请缩短监测期")
              .en(
                  "a quantification has at most %s lines: report a shorter period",
                  Quantification.LINES_MOST));
    }
    Line line = new Line(equation, inputs, lines.size() + 1, symbol, unit, value);
    lines.add(line);
    return line.asInput();
  }

  List<Line> lines() {
    return lines;
  }
}
