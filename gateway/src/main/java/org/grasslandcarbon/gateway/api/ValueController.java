// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.coordination.ValueEstimate;
import org.grasslandcarbon.domain.coordination.ValueInputs;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.problem.Paths;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What acting together is worth by what somebody supposes; of the ledger nothing is read. */
@RestController
@RequestMapping(Paths.BASE + "/coordination/value")
@Open("computed from what is typed and nothing else")
final class ValueController {
  /** Forty regions of some 300 bytes each. */
  private static final int BODY_MOST = 32 * 1024;

  private final Computations computations;

  ValueController(Computations dryRunThreads) {
    this.computations = dryRunThreads;
  }

  /** Computes it; nothing is written. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  CompletableFuture<ResponseEntity<Object>> value(HttpServletRequest request) throws IOException {
    ValueInputs inputs =
        Codec.read(
            Bodies.read(
                request,
                BODY_MOST,
                zh("测算请求最多 %s 字节").en("a request of a value has at most %s bytes", BODY_MOST)),
            ValueInputs.class);
    return computations
        .submit(mustBeWanted -> ValueEstimate.of(inputs), () -> {})
        .thenApply(
            answer ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Codec.tree(answer)));
  }
}
