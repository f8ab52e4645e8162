// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.preparation.DryRun;
import org.grasslandcarbon.gateway.preparation.DryRuns;
import org.grasslandcarbon.gateway.problem.Paths;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dry runs: what the ledger would compute, for those who prepare a report. */
@RestController
@RequestMapping(Paths.QUANTIFICATIONS)
@Open("computes from public data and writes nothing")
final class QuantificationController {
  private static final int BODY_MOST = Paths.QUANTIFICATION_BYTES_MOST;

  private final DryRuns dryRuns;
  private final Computations computations;

  QuantificationController(DryRuns dryRuns, Computations dryRunThreads) {
    this.dryRuns = dryRuns;
    this.computations = dryRunThreads;
  }

  /** Computes and writes nothing; public, since everything that it reads is. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  CompletableFuture<ResponseEntity<Object>> compute(HttpServletRequest request) throws IOException {
    DryRun asked =
        DryRun.read(
            Bodies.read(
                request,
                BODY_MOST,
                zh("试算请求最多 %s 字节").en("a dry run has at most %s bytes", BODY_MOST)));
    return computations
        .submit(mustBeWanted -> dryRuns.compute(asked), () -> {})
        .thenApply(
            result ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Codec.tree(result)));
  }
}
