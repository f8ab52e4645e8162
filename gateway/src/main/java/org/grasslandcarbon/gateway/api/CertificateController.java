// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import java.util.concurrent.CompletableFuture;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.certificate.Certificates;
import org.grasslandcarbon.gateway.preparation.Computations;
import org.grasslandcarbon.gateway.problem.Paths;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Certificates of retirements. The tag is the certificate's digest, so that whoever has it is told
 * that it still is the same, whatever blocks have come since.
 */
@RestController
@RequestMapping(Paths.BASE + "/retirements")
@Open("a certificate says what is public and proves it")
final class CertificateController {
  private final Certificates certificates;
  private final Computations threads;

  CertificateController(Certificates certificates, Computations certificateThreads) {
    this.certificates = certificates;
    this.threads = certificateThreads;
  }

  @GetMapping("/{id}/certificate")
  CompletableFuture<ResponseEntity<JsonNode>> certificate(@PathVariable InstructionId id) {
    return threads
        .submit(mustBeWanted -> certificates.find(id).orElseThrow(Found::nothing), () -> {})
        .thenApply(CertificateController::answer);
  }

  private static ResponseEntity<JsonNode> answer(byte[] certificate) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .eTag(Sha256.of(certificate).value())
        .body(Codec.readTree(certificate));
  }
}
