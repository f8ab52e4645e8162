// SPDX-License-Identifier: Apache-2.0
/**
 * A network on paper: blocks as four offices would make them, with all keys in the test's hands, so
 * that a test can have any of them lie.
 */
package org.grasslandcarbon.audit.paper;
