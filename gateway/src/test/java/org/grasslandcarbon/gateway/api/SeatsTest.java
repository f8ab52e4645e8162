// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.junit.jupiter.api.Test;

class SeatsTest {
  private final Seats seats = new Seats(3, 2);

  @Test
  void an_address_has_so_many_and_others_are_not_kept_out_by_it() {
    seats.take("a");
    Seats.Seat second = seats.take("a");
    assertThatThrownBy(() -> seats.take("a"))
        .isInstanceOfSatisfying(
            RequestException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(GatewayCode.TOO_MANY_REQUESTS));
    seats.take("b");
    assertThatThrownBy(() -> seats.take("b"))
        .isInstanceOfSatisfying(
            RegistryException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED));
    second.close();
    assertThat(seats.take("b")).isNotNull();
  }

  @Test
  void a_place_is_given_back_once() {
    Seats.Seat seat = seats.take("a");
    seats.take("a");
    seat.close();
    seat.close();
    assertThat(seats.taken()).isEqualTo(1);
    seats.take("a");
    assertThatThrownBy(() -> seats.take("a")).isInstanceOf(RequestException.class);
  }
}
