// SPDX-License-Identifier: Apache-2.0
/**
 * The pages as people use them: the whole product with the example registry, started once, and a
 * real browser. What it finds is asked of the page, and of the API where the two must agree.
 */
package org.grasslandcarbon.network.standalone.browser;
