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
 * Places for those who listen, so many altogether and so many an address: nobody takes all of them.
 * A place is taken before anything is answered, so that who gets none is told so.
 */
final class Seats {
  private final int most;
  private final int mostOfAddress;

  // Guarded by this.
  private final Map<String, Integer> ofAddress = new HashMap<>();
  private int taken;

  /**
   * @param most altogether
   * @param mostOfAddress of one address
   */
  Seats(int most, int mostOfAddress) {
    this.most = most;
    this.mostOfAddress = mostOfAddress;
  }

  /** A place; given back once, however often it is said. */
  final class Seat implements AutoCloseable {
    private final String address;
    private boolean free;

    private Seat(String address) {
      this.address = address;
    }

    @Override
    public void close() {
      synchronized (Seats.this) {
        if (!free) {
          free = true;
          taken--;
          ofAddress.computeIfPresent(address, (any, seats) -> seats == 1 ? null : seats - 1);
        }
      }
    }
  }

  /**
   * Takes a place for somebody behind an address.
   *
   * @throws RequestException {@code TOO_MANY_REQUESTS} when the address has enough of them
   * @throws RegistryException {@code OVERLOADED} when there is none left
   */
  synchronized Seat take(String address) {
    int others = ofAddress.getOrDefault(address, 0);
    if (others >= mostOfAddress) {
      throw new RequestException(
          GatewayCode.TOO_MANY_REQUESTS,
          zh("该地址已有 %s 个行情订阅").en("%s connections of this address listen already", others));
    }
    RegistryException.require(
        taken < most,
        ErrorCode.OVERLOADED,
        zh("订阅行情的连接已满 %s 个").en("%s connections listen already", most));
    taken++;
    ofAddress.put(address, others + 1);
    return new Seat(address);
  }

  /** How many are taken. */
  synchronized int taken() {
    return taken;
  }
}
