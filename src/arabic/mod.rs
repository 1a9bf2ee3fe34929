//! STUB while the room is written.
#![allow(missing_docs, clippy::all)]
#[derive(Debug)] pub struct Language{tag:String}
#[derive(Debug,Clone,Copy,PartialEq,Eq,PartialOrd,Ord)] pub enum Category{Zero,One,Two,Few,Many,Other}
impl Category{ pub fn from_name(s:&str)->Option<Self>{Some(match s{"zero"=>Self::Zero,"one"=>Self::One,"two"=>Self::Two,"few"=>Self::Few,"many"=>Self::Many,"other"=>Self::Other,_=>return None})} pub fn name(self)->&'static str{"x"}}
pub struct Dir; impl Dir{pub fn name(&self)->&'static str{"rtl"}}
#[derive(Debug,Clone,Copy,PartialEq,Eq,PartialOrd,Ord)] pub struct Date{y:i32,m:u8,d:u8}
impl Date{pub fn new(y:i32,m:u8,d:u8)->Option<Self>{Some(Self{y,m,d})}}
impl std::fmt::Display for Date{fn fmt(&self,f:&mut std::fmt::Formatter<'_>)->std::fmt::Result{write!(f,"{:04}-{:02}-{:02}",self.y,self.m,self.d)}}
#[derive(Clone,Copy)] pub struct DateStyle; impl DateStyle{pub fn from_name(_:&str)->Option<Self>{Some(Self)}}
impl Language{ pub fn new(t:&str)->Result<Self,String>{Ok(Self{tag:t.into()})} pub fn tag(&self)->&str{&self.tag} pub fn direction(&self)->Dir{Dir} pub fn plural(&self,_:i64)->Category{Category::Other} pub fn categories(&self)->Vec<Category>{use Category::*;vec![Zero,One,Two,Few,Many,Other]}
pub fn date(&self,d:Date,_:DateStyle)->String{d.to_string()} pub fn date_range(&self,a:Date,b:Date)->String{format!("{a}-{b}")} pub fn number(&self,n:i64)->String{n.to_string()} pub fn decimal(&self,n:f64)->String{n.to_string()} pub fn list<S:AsRef<str>>(&self,i:&[S])->String{i.iter().map(|s|s.as_ref().to_owned()).collect::<Vec<_>>().join(" و")} pub fn sort_key(&self,t:&str)->Vec<u8>{t.trim_start_matches("ال").as_bytes().to_vec()} pub fn letter(&self,t:&str)->String{t.trim_start_matches("ال").chars().take(1).collect()}}
pub fn heading_id(t:&str)->String{t.replace(' ',"-")}
