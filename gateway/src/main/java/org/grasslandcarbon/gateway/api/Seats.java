// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.HashMap;
import java.util.Map;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * Places for those who listen, so many altogether and so many an address or a participant: nobody
 * takes all of them. A place is taken before anything is answered, so that who gets none is told
 * so.
 */
final class Seats {
  private final int most;
  private final int mostOfOne;

  // Guarded by this.
  private final Map<String, Integer> ofOne = new HashMap<>();
  private int taken;

  /**
   * @param most altogether
   * @param mostOfOne of one address or participant
   */
  Seats(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /** A place; given back once, however often it is said. */
  final class Seat implements AutoCloseable {
    private final String who;
    private boolean free;

    private Seat(String who) {
      this.who = who;
    }

    @Override
    public void close() {
      synchronized (Seats.this) {
        if (!free) {
          free = true;
          taken--;
          ofOne.computeIfPresent(who, (any, seats) -> seats == 1 ? null : seats - 1);
        }
      }
    }
  }

  /**
   * Takes a place for somebody.
   *
   * @param who an address or a participant
   * @throws RequestException {@code TOO_MANY_REQUESTS} when he has enough of them
   * @throws RegistryException {@code OVERLOADED} when there is none left
   */
  synchronized Seat take(String who) {
    int others = ofOne.getOrDefault(who, 0);
    if (others >= mostOfOne) {
      throw new RequestException(
          GatewayCode.TOO_MANY_REQUESTS,
          zh("该地址或主体已有 %s 个订阅连接")
              .en("%s connections of this address or participant listen already", others));
    }
    RegistryException.require(
        taken < most,
        ErrorCode.OVERLOADED,
        zh("订阅连接已满 %s 个").en("%s connections listen already", most));
    taken++;
    ofOne.put(who, others + 1);
    return new Seat(who);
  }

  /** How many are taken. */
  synchronized int taken() {
    return taken;
  }
}
