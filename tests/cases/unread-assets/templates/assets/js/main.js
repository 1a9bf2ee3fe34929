import { shelf } from "./shelf.js";
import { books } from "./books";
import { lit } from "lit";
