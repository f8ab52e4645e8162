// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.Paths;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of credits; never who holds them, nor whether they are frozen. */
@RestController
@RequestMapping(Paths.BASE + "/serials")
@Open("a serial's state is public, its holder is not")
final class SerialController {
  private final Serials serials;

  SerialController(Serials serials) {
    this.serials = serials;
  }

  @GetMapping("/{serial}")
  Serials.Block serial(@PathVariable String serial) {
    return serials.find(serial);
  }
}
