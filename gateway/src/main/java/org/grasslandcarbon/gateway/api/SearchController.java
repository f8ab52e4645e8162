// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import org.grasslandcarbon.gateway.access.Open;
import org.grasslandcarbon.gateway.problem.Paths;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One box for everything: whatever somebody has in hand, it says what it is and where. */
@RestController
@RequestMapping(Paths.BASE + "/search")
@Open("only what everybody may see is found")
final class SearchController {
  private final SearchBox box;

  SearchController(SearchBox box) {
    this.box = box;
  }

  @GetMapping
  SearchBox.Answer search(@RequestParam String q) {
    return box.find(q);
  }
}
