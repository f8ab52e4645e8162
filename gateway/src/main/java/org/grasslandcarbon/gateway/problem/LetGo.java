// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.problem;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.Optional;
import org.grasslandcarbon.views.refusal.GatewayCode;

/** Refuses what a gateway has let go of by age, and says what there still is. */
public final class LetGo {
  private LetGo() {}

  /**
   * Refuses lines of statements of days of which not all are there.
   *
   * @param whole the first day from which on all are; empty where nothing was let go
   * @param from the first day that is asked for; empty for all there ever were
   * @throws RequestException {@code LET_GO}, with the first whole day
   */
  public static void requireLines(Optional<LocalDate> whole, Optional<LocalDate> from) {
    if (whole.isPresent() && from.filter(day -> !day.isBefore(whole.get())).isEmpty()) {
      throw new RequestException(
          GatewayCode.LET_GO,
          zh("本网关保存 %s 及以后的流水：请以 from 指定；更早的请查询其他网关，或去掉 grassland.retention.statements"
                  + " 后重建数据库（gateway --rebuild）")
              .en(
                  "lines from %s on are here: ask with from; for older ones ask another gateway, or"
                      + " make this database again without grassland.retention.statements (gateway"
                      + " --rebuild)",
                  whole.get()));
    }
  }
}
